'use client'

import { useId, useState } from 'react'
import { formatSteps, parseSteps } from '@/lib/core/schedule/steps'
import { formatShare } from '@/lib/platform/i18n/format'
import { useLocale, useText } from '@/lib/platform/i18n/locale-provider'
import type { PresetView } from '@/lib/study/preset-view'
import { callApi, type ApiAnswer } from '../_api/call-api'
import { textOf, useSubmit } from '../_api/use-submit'
import { settingsText } from '../_text/settings'
import { Button } from '../_ui/button'
import { Field } from '../_ui/field'
import { Select } from '../_ui/select'
import { StatusLine } from '../_ui/status-line'
import { Switch } from '../_ui/switch'
import { daysInsteadOfTen } from './days-instead-of-ten'
import { SettingsSection } from './settings-section'

/** One set of options, saved as a whole: its parts make sense together. */
export function PresetForm({
  preset,
  onSaved,
}: {
  preset: PresetView
  onSaved: (preset: PresetView) => void
}) {
  const text = useText(settingsText)
  const locale = useLocale()
  const retentionId = useId()
  const { scheduling } = preset
  const [retention, setRetention] = useState(scheduling.desiredRetention)
  const [learning, setLearning] = useState(formatSteps(scheduling.learningStepsMinutes))
  const [relearning, setRelearning] = useState(formatSteps(scheduling.relearningStepsMinutes))
  const [isSaved, setSaved] = useState(false)
  const learningSteps = parseSteps(learning)
  const relearningSteps = parseSteps(relearning)

  const { isBusy, message, fields, onSubmit } = useSubmit<PresetView>(
    async (form): Promise<ApiAnswer<PresetView>> => {
      setSaved(false)
      const wrong = [learningSteps, relearningSteps].find(({ ok }) => !ok)
      if (!learningSteps.ok || !relearningSteps.ok) {
        const message = stepsProblem(wrong) ?? ''
        return { ok: false, status: 0, code: 'invalid', message, fields: {} }
      }
      return callApi('PATCH', `/study/presets/${preset.id}`, {
        name: textOf(form, 'name'),
        newPerDay: Number(textOf(form, 'newPerDay')),
        reviewsPerDay: Number(textOf(form, 'reviewsPerDay')),
        reviewOrder: textOf(form, 'reviewOrder'),
        leechThreshold: Number(textOf(form, 'leechThreshold')),
        burySiblings: form.has('burySiblings'),
        scheduling: {
          desiredRetention: retention,
          learningStepsMinutes: learningSteps.value,
          relearningStepsMinutes: relearningSteps.value,
          maximumIntervalDays: Number(textOf(form, 'maximumIntervalDays')),
        },
      })
    },
    (saved) => {
      onSaved(saved)
      setSaved(true)
    },
    ['name', 'newPerDay', 'reviewsPerDay', 'leechThreshold'],
  )

  function stepsProblem(result: ReturnType<typeof parseSteps> | undefined): string | undefined {
    if (!result || result.ok || typeof result.detail !== 'object' || result.detail === null) return undefined
    if ('tooMany' in result.detail) return text.stepsTooMany(Number(result.detail.tooMany))
    return 'step' in result.detail ? text.stepsUnreadable(String(result.detail.step)) : undefined
  }

  return (
    <form onSubmit={onSubmit} onChange={() => setSaved(false)} className="grid gap-12">
      <Field
        label={text.presetName}
        error={fields.name}
        name="name"
        defaultValue={preset.name}
        required
        maxLength={60}
      />

      <SettingsSection title={text.limits} lead={text.perDeck}>
        <div className="grid items-end gap-5 sm:grid-cols-2">
          <Field
            label={text.newPerDay}
            error={fields.newPerDay}
            name="newPerDay"
            type="number"
            inputMode="numeric"
            min={0}
            max={9999}
            required
            defaultValue={preset.newPerDay}
          />
          <Field
            label={text.reviewsPerDay}
            error={fields.reviewsPerDay}
            name="reviewsPerDay"
            type="number"
            inputMode="numeric"
            min={0}
            max={9999}
            required
            defaultValue={preset.reviewsPerDay}
          />
        </div>
        <Select
          label={text.order}
          name="reviewOrder"
          defaultValue={preset.reviewOrder}
          options={[
            { value: 'retrievability', label: text.orders.retrievability },
            { value: 'dueDay', label: text.orders.dueDay },
          ]}
        />
        <Switch
          label={text.bury}
          hint={text.buryHint}
          name="burySiblings"
          defaultChecked={preset.burySiblings}
        />
      </SettingsSection>

      <SettingsSection title={text.steps} lead={text.stepsHint}>
        <div className="grid items-start gap-5 sm:grid-cols-2">
          <Field
            label={text.learningSteps}
            error={stepsProblem(learningSteps)}
            value={learning}
            onChange={(event) => setLearning(event.currentTarget.value)}
            autoCapitalize="none"
            spellCheck={false}
          />
          <Field
            label={text.relearningSteps}
            error={stepsProblem(relearningSteps)}
            value={relearning}
            onChange={(event) => setRelearning(event.currentTarget.value)}
            autoCapitalize="none"
            spellCheck={false}
          />
        </div>
      </SettingsSection>

      <SettingsSection title={text.remembering} lead={text.forward}>
        <div className="grid gap-1.5">
          <div className="flex items-baseline justify-between gap-4">
            <label htmlFor={retentionId} className="text-sm font-medium">
              {text.retention}
            </label>
            <output htmlFor={retentionId} className="font-serif text-xl">
              {formatShare(locale, retention)}
            </output>
          </div>
          <input
            id={retentionId}
            type="range"
            min={70}
            max={99}
            step={1}
            value={Math.round(retention * 100)}
            aria-valuetext={formatShare(locale, retention)}
            onChange={(event) => setRetention(event.currentTarget.valueAsNumber / 100)}
            className="h-11 w-full"
          />
          <p className="text-soft text-sm">
            {Math.round(retention * 100) === 90
              ? text.retentionUsual(formatShare(locale, 0.95), daysInsteadOfTen(0.95, scheduling.weights))
              : text.retentionReading(
                  formatShare(locale, retention),
                  daysInsteadOfTen(retention, scheduling.weights),
                )}
          </p>
        </div>
        <div className="grid items-start gap-5 sm:grid-cols-2">
          <Field
            label={text.maximumInterval}
            name="maximumIntervalDays"
            type="number"
            inputMode="numeric"
            min={1}
            max={36500}
            required
            defaultValue={scheduling.maximumIntervalDays}
          />
          <Field
            label={text.leech}
            hint={text.leechHint}
            error={fields.leechThreshold}
            name="leechThreshold"
            type="number"
            inputMode="numeric"
            min={0}
            max={99}
            required
            defaultValue={preset.leechThreshold}
          />
        </div>
      </SettingsSection>

      <div className="flex flex-wrap items-center gap-4">
        <Button look="primary" type="submit" isBusy={isBusy}>
          {text.save}
        </Button>
        <StatusLine tone="good">{isSaved ? text.saved : null}</StatusLine>
        <StatusLine tone="danger">{message}</StatusLine>
      </div>
    </form>
  )
}
