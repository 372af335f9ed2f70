'use client'

import { useId, useState } from 'react'
import { useText } from '@/lib/platform/i18n/locale-provider'
import type { PresetView } from '@/lib/study/preset-view'
import { callApi } from '../_api/call-api'
import { textOf, useSubmit } from '../_api/use-submit'
import { settingsText } from '../_text/settings'
import { Button } from '../_ui/button'
import { Dialog } from '../_ui/dialog'
import { Field } from '../_ui/field'
import { Select } from '../_ui/select'
import { StatusLine } from '../_ui/status-line'
import { PresetForm } from './preset-form'

/** The learner's sets of options, one shown at a time. */
export function PresetSettings({ presets: loaded, first }: { presets: PresetView[]; first: string }) {
  const text = useText(settingsText)
  const [presets, setPresets] = useState(loaded)
  const hintId = useId()
  const [shownId, setShownId] = useState(first)
  const [isAdding, setAdding] = useState(false)
  const shown = presets.find(({ id }) => id === shownId) ?? presets[0]
  const adding = useSubmit<PresetView>(
    (form) => callApi('POST', '/study/presets', { name: textOf(form, 'name'), like: shown.id }),
    (preset) => {
      setPresets([...presets, preset])
      setShownId(preset.id)
      setAdding(false)
    },
    ['name'],
  )
  return (
    <>
      <div className="grid grid-cols-[1fr_auto] items-end gap-3">
        <Select
          label={text.preset}
          aria-describedby={hintId}
          value={shown.id}
          onChange={(event) => setShownId(event.currentTarget.value)}
          options={presets.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Button onClick={() => setAdding(true)}>{text.newPreset}</Button>
        <p id={hintId} className="text-soft col-span-2 -mt-1.5 text-sm">
          {text.presetHint}
        </p>
      </div>
      <PresetForm
        key={shown.id}
        preset={shown}
        onSaved={(saved) => setPresets(presets.map((preset) => (preset.id === saved.id ? saved : preset)))}
      />
      <Dialog isOpen={isAdding} onClose={() => setAdding(false)} title={text.newPreset}>
        <form onSubmit={adding.onSubmit} className="grid gap-5">
          <Field
            label={text.presetName}
            hint={text.newPresetHint}
            error={adding.fields.name}
            name="name"
            required
            maxLength={60}
          />
          <StatusLine tone="danger">{adding.message}</StatusLine>
          <div className="flex justify-end gap-3">
            <Button onClick={() => setAdding(false)}>{text.cancel}</Button>
            <Button look="primary" type="submit" isBusy={adding.isBusy}>
              {text.add}
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  )
}
