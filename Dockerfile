# Debian base: the embedded ClickHouse engine has glibc builds only.
FROM node:22-bookworm-slim
WORKDIR /opt/lyhord
COPY . .
RUN npm install --no-fund --no-audit && npm run build && useradd --system --create-home --home-dir /var/lib/lyhord lyhord
USER lyhord
ENV LYHORD_DATA=/var/lib/lyhord/data LYHORD_HOST=0.0.0.0 LYHORD_PORT=4600
VOLUME /var/lib/lyhord
EXPOSE 4600
CMD ["node", "packages/cli/bin/lyhord.js", "serve"]
