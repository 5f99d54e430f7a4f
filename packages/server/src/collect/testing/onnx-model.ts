// Writes the bytes of small ONNX models by hand (protocol buffers of onnx.proto), so that tests need no file of others.

export interface Tensor {
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: readonly number[];
}
export interface Attribute {
  readonly name: string;
  readonly float?: number;
  readonly int?: number;
  readonly ints?: readonly number[];
  readonly floats?: readonly number[];
  readonly strings?: readonly string[];
}
export interface Node {
  readonly op: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes?: Attribute[];
  readonly domain?: string;
}
interface Value {
  readonly name: string;
  readonly type: 'float' | 'int64' | 'string';
  readonly shape: readonly (string | number)[];
}
interface Model {
  readonly nodes: readonly Node[];
  readonly tensors: readonly Tensor[];
  readonly inputs: readonly Value[];
  readonly outputs: readonly Value[];
}

type Bytes = number[];
const elementTypes = { float: 1, int64: 7, string: 8 };

function varint(value: number): Bytes {
  const bytes: Bytes = [];
  let rest = BigInt.asUintN(64, BigInt(value));
  do {
    const more = rest > 127n;
    bytes.push(Number(rest & 127n) | (more ? 128 : 0));
    rest >>= 7n;
  } while (rest > 0n);
  return bytes;
}
const whole = (field: number, value: number): Bytes => [...varint(field * 8), ...varint(value)];
const block = (field: number, content: Iterable<number>): Bytes => {
  const bytes = [...content];
  return [...varint(field * 8 + 2), ...varint(bytes.length), ...bytes];
};
const text = (field: number, value: string): Bytes => block(field, new TextEncoder().encode(value));
const floatBytes = (values: readonly number[]) => new Uint8Array(new Float32Array(values).buffer);
const single = (field: number, value: number): Bytes => [...varint(field * 8 + 5), ...floatBytes([value])];

const tensorBytes = ({ name, shape, values }: Tensor): Bytes => [
  ...shape.flatMap((size) => whole(1, size)),
  ...[...whole(2, elementTypes.float), ...text(8, name), ...block(9, floatBytes(values))],
];

function attributeBytes({ name, float, int, ints, floats, strings }: Attribute): Bytes {
  if (float !== undefined) return [...text(1, name), ...single(2, float), ...whole(20, 1)];
  if (int !== undefined) return [...text(1, name), ...whole(3, int), ...whole(20, 2)];
  if (ints !== undefined) return [...text(1, name), ...ints.flatMap((one) => whole(8, one)), ...whole(20, 7)];
  if (floats) return [...text(1, name), ...floats.flatMap((one) => single(7, one)), ...whole(20, 6)];
  return [...text(1, name), ...(strings ?? []).flatMap((one) => text(9, one)), ...whole(20, 8)];
}

const nodeBytes = ({ op, inputs, outputs, attributes = [], domain }: Node): Bytes => [
  ...inputs.flatMap((name) => text(1, name)),
  ...outputs.flatMap((name) => text(2, name)),
  ...text(4, op),
  ...attributes.flatMap((one) => block(5, attributeBytes(one))),
  ...(domain === undefined ? [] : text(7, domain)),
];

function valueBytes({ name, type, shape }: Value): Bytes {
  const sizes = shape.flatMap((one) => block(1, typeof one === 'string' ? text(2, one) : whole(1, one)));
  const told = [...whole(1, elementTypes[type]), ...block(2, sizes)];
  return [...text(1, name), ...block(2, block(1, told))];
}

export function onnxModel({ nodes, tensors, inputs, outputs }: Model): Uint8Array {
  const graph = [
    ...nodes.flatMap((node) => block(1, nodeBytes(node))),
    ...text(2, 'graph'),
    ...tensors.flatMap((tensor) => block(5, tensorBytes(tensor))),
    ...inputs.flatMap((value) => block(11, valueBytes(value))),
    ...outputs.flatMap((value) => block(12, valueBytes(value))),
  ];
  const operators = [...block(8, [...text(1, ''), ...whole(2, 17)])];
  const learned = [...block(8, [...text(1, 'ai.onnx.ml'), ...whole(2, 2)])];
  return Uint8Array.from([...whole(1, 8), ...operators, ...learned, ...block(7, graph)]);
}
