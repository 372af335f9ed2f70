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

const HOST = 'https://unroll.example'

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

const TRACE_EXAMPLE = { ...EXAMPLE, gradients: true }
/** The bias was forgotten: tanh(-0.4) is -0.38. */
const DIAGNOSE_EXAMPLE = { ...EXAMPLE, step: 1, quantity: 'h', index: 0, answer: '-0,38' }

export const traceBodySchema = described(
  z.union([traceRequest, z.array(traceRequest).max(100)]),
  TRACE_EXAMPLE,
)

export const diagnoseBodySchema = described(diagnoseRequest, DIAGNOSE_EXAMPLE)

/** Worked commands, with the answers that they get. */
export const TRACE_CURL = `curl -X POST ${HOST}/api/v1/cells/trace -H 'content-type: application/json' -d '${JSON.stringify(TRACE_EXAMPLE)}'
# {"steps":[{"a":[-0.30000000000000004],"h":[-0.29131261245159096]},{"a":[0.15434369377420454],"h":[0.15312967006100348]}],"gradients":{"L":0.15312967006100348,"W":[[…]],…}}`

export const DIAGNOSE_CURL = `curl -X POST ${HOST}/api/v1/cells/diagnose -H 'content-type: application/json' -d '${JSON.stringify(DIAGNOSE_EXAMPLE)}'
# {"verdict":"slip","slips":["no_bias"],"components":[{"index":0,"verdict":"slip","slips":["no_bias"]}],"message":{"en":"Bias left out. …","zh":"漏加偏置。…"},…}`

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
