import { listCells } from '@/lib/core/cells/registry'
import { LAYOUTS } from '@/lib/core/cells/layouts/layout'
import { z } from 'zod'

/**
 * How the cells' requests are described. The checking itself is lib/core/cells' own, so that a list of requests is
 * answered item by item and shapes are checked against each other: these schemas let every JSON value through.
 */
const vector = z.array(z.number())
const matrix = z.array(vector)
const answer = z.union([z.number(), z.string(), z.array(z.union([z.number(), z.string()]))])

const traceRequest = z.object({
  cell: z.enum(listCells().map(({ id }) => id)),
  options: z
    .record(z.string(), z.union([z.string(), z.boolean(), z.number()]))
    .optional()
    .describe(
      listCells()
        .map(({ id, options }) => `${id}: ${options.map((option) => option.id).join(', ')}`)
        .join('; '),
    ),
  weights: z
    .object({ layout: z.enum(LAYOUTS) })
    .catchall(z.unknown())
    .describe(
      'The matrices of the layout: notes W_f, b_f, …; pytorch weight_ih, …; keras kernel, …; onnx W, R, B, P',
    ),
  x: matrix.describe('T inputs of length I'),
  h0: vector.optional(),
  C0: vector.optional(),
  y0: vector.optional(),
  gradients: z.boolean().optional(),
  products: z.boolean().optional().describe('H at most 8, one request a call'),
})

const diagnoseRequest = traceRequest.extend({
  step: z.int().min(1),
  quantity: z.string(),
  index: z.int().min(0).optional().describe('One component; without it the whole vector'),
  answer: answer.describe('A number, a list, or the text as typed'),
  tolerance: z.number().optional().describe('0.005 unless given'),
  earlier: z.array(z.object({ step: z.int().min(1), quantity: z.string(), answer })).optional(),
})

const EXAMPLE = {
  cell: 'rnn',
  weights: { layout: 'notes', W: [[0.5, -1]], b: [0.1] },
  x: [[0.4], [-0.2]],
  h0: [0],
}

/** Lets everything through and describes itself as the schema. */
function described(schema: z.ZodType, example: object) {
  const { $schema: _dialect, ...json } = z.toJSONSchema(schema)
  return z.unknown().meta({ ...json, example })
}

export const traceBodySchema = described(z.union([traceRequest, z.array(traceRequest).max(100)]), {
  ...EXAMPLE,
  gradients: true,
})

export const diagnoseBodySchema = described(diagnoseRequest, {
  ...EXAMPLE,
  step: 1,
  quantity: 'h',
  index: 0,
  answer: '-0.3',
})

const traced = z.object({
  steps: z.array(z.record(z.string(), vector)),
  gradients: z.record(z.string(), z.unknown()).optional(),
  products: z.array(z.record(z.string(), z.unknown())).optional(),
})

export const traceAnswerSchema = z.union([
  traced,
  z.array(z.union([traced, z.object({ error: z.unknown() })])),
])

const bilingual = z.object({ zh: z.string(), en: z.string() })
const verdict = z.enum([
  'correct',
  'coarse',
  'slip',
  'follows',
  'ambiguous',
  'unknown',
  'empty',
  'not-a-number',
])

export const diagnoseAnswerSchema = z.object({
  verdict,
  slips: z.array(z.string()),
  components: z.array(z.object({ index: z.int(), verdict, slips: z.array(z.string()) })),
  message: bilingual,
  explanations: z.array(z.object({ id: z.string(), name: bilingual, explanation: bilingual })),
})
