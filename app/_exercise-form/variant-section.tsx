'use client'

import { useMemo, useState } from 'react'
import type { AuthoredExercise, FeedbackTest } from '@/lib/core/authored-exercises/authored-exercise'
import { CHECKED_SEED } from '@/lib/core/authored-exercises/check-exercise'
import { compileExercise } from '@/lib/core/authored-exercises/compile-exercise'
import { checkParameters } from '@/lib/core/authored-exercises/check-parameters'
import { poseAuthored } from '@/lib/core/authored-exercises/pose-authored'
import { sampleVariants, type SampleVariant } from '@/lib/core/authored-exercises/sample-variants'
import { useText } from '@/lib/platform/i18n/locale-provider'
import { exerciseFormText } from '../_text/exercise-form'
import { Field } from '../_ui/field'
import { useFormPrefix } from './form-prefix'
import { idOfPlace } from './form-problems'
import { FormSection } from './form-section'
import type { RenderedForm } from './use-rendered'
import { VariantTable } from './variant-table'
import { VariantTrial } from './variant-trial'

type VariantSectionProps = {
  definition: AuthoredExercise
  rendered: RenderedForm
  onKeep: ((test: FeedbackTest) => void) | null
}

/** Twenty variants with their answers, and any of them to be tried. */
export function VariantSection({ definition, rendered, onKeep }: VariantSectionProps) {
  const text = useText(exerciseFormText)
  const prefix = useFormPrefix()
  const [seed, setSeed] = useState(CHECKED_SEED)
  const [chosen, setChosen] = useState<string | null>(null)
  const samples = useMemo(() => samplesOf(definition, seed), [definition, seed])
  const isThere = samples.length > 0 && samples.every(({ problem }) => problem === null)
  const { texts, formulas } = rendered
  const exercise = useMemo(
    () =>
      chosen === null || !isThere
        ? null
        : poseAuthored(definition, { noteId: 'sample', revision: 1, texts }, chosen),
    [definition, texts, chosen, isThere],
  )
  const place = samples.findIndex((sample) => sample.seed === chosen)
  return (
    <FormSection title={text.variants} lead={text.variantsLead}>
      <div id={idOfPlace(prefix, 'variants')} tabIndex={-1} className="max-w-60">
        <Field
          label={text.seed}
          hint={text.seedHint}
          value={seed}
          maxLength={40}
          autoComplete="off"
          onChange={({ currentTarget }) => {
            setSeed(currentTarget.value)
            setChosen(null)
          }}
        />
      </div>
      {isThere ? (
        <VariantTable
          samples={samples}
          chosen={chosen}
          onChoose={(next) => setChosen(next === chosen ? null : next)}
        />
      ) : (
        <p className="text-soft text-sm">{text.noVariants}</p>
      )}
      {exercise !== null && chosen !== null ? (
        <VariantTrial
          key={chosen}
          definition={definition}
          exercise={exercise}
          title={text.tryTitle(place + 1)}
          formulas={formulas}
          onClose={() => setChosen(null)}
          onKeep={onKeep}
        />
      ) : null}
    </FormSection>
  )
}

function samplesOf(definition: AuthoredExercise, seed: string): SampleVariant[] {
  const isReadable =
    definition.kind === 'formulas'
      ? compileExercise(definition).ok && checkParameters(definition.parameters).length === 0
      : definition.asked.length > 0
  return isReadable ? sampleVariants(definition, seed) : []
}
