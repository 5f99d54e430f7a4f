import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type ConfigError, ConfigKeys, describeConfig, readConfig } from './config.ts';

const problems = (environment: Record<string, string>) => {
  try {
    readConfig({}, environment);
    return [];
  } catch (error) {
    return (error as ConfigError).problems;
  }
};

describe('the configuration', () => {
  it('works without any setting', () => {
    expect(readConfig({}, {})).toMatchObject({
      dataDir: resolve('data'),
      host: '127.0.0.1',
      port: 4600,
      durable: true,
      databaseUrl: null,
      publicUrl: null,
    });
  });

  it('takes an empty variable for none, and options before variables', () => {
    expect(
      readConfig({ port: 5 }, { LYHORD_PORT: '7', LYHORD_PUBLIC_URL: '', LYHORD_HOST: '0.0.0.0' }),
    ).toMatchObject({ port: 5, host: '0.0.0.0', publicUrl: null });
  });

  it('takes one engine beside the own one, named in full, and hides its key', () => {
    const service = { LYHORD_TEXT_SERVICE_URL: 'https://models.example.org/v1' };
    expect(problems(service)[0]).toContain('LYHORD_TEXT_SERVICE_MODEL is not');
    const named = { ...service, LYHORD_TEXT_SERVICE_MODEL: 'reader-1', LYHORD_TEXT_SERVICE_KEY: 'hush-hush' };
    expect(problems({ ...named, LYHORD_TEXT_ONNX: '/m.onnx' })[0]).toContain('set only one');
    expect(readConfig({}, {})).toMatchObject({ textOnnx: null, textService: null });
    expect(readConfig({}, named).textService).toMatchObject({ model: 'reader-1', seconds: 10 });
    expect(JSON.stringify(describeConfig(named))).not.toContain('hush-hush');
  });

  it('reads lists, flags and sizes', () => {
    const config = readConfig(
      {},
      {
        LYHORD_TRUSTED_PROXIES: '10.0.0.1, 10.0.0.2',
        LYHORD_DURABILITY: 'process',
        LYHORD_BODY_LIMIT_MB: '2',
        LYHORD_PUBLIC_URL: 'https://cx.example.org/',
      },
    );
    expect(config).toMatchObject({
      trustedProxies: ['10.0.0.1', '10.0.0.2'],
      durable: false,
      bodyLimitBytes: 2 * 1024 ** 2,
      publicUrl: 'https://cx.example.org',
    });
  });

  it('names every wrong key at once, quotes it, and never a secret', () => {
    expect(problems({ LYHORD_PORT: 'many', DATABASE_URL: 'mysql://root:hunter2@db' })).toEqual([
      expect.stringMatching(/^LYHORD_PORT: "many" does not fit/),
      expect.stringMatching(
        /^DATABASE_URL: the given value does not fit: must be a URL that begins with postgres:\/\//,
      ),
    ]);
    expect(JSON.stringify(problems({ LYHORD_SECRET: 'hunter2' }))).not.toContain('hunter2');
    expect(problems({ CLICKHOUSE_CLUSTER: 'main' })).toEqual([
      expect.stringContaining('set both or neither'),
    ]);
  });

  it('describes every key with a sentence and a reason, hiding secrets', () => {
    const lines = describeConfig({ DATABASE_URL: 'postgres://u:hunter2@db/x', LYHORD_PORT: '8080' });
    expect(lines).toHaveLength(Object.keys(ConfigKeys).length);
    expect(lines.every(({ sentence, reason }) => sentence.endsWith('.') && reason.endsWith('.'))).toBe(true);
    expect(JSON.stringify(lines)).not.toContain('hunter2');
    expect(lines.find(({ key }) => key === 'LYHORD_PORT')).toMatchObject({ value: '8080', given: true });
  });
});
