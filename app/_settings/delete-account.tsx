'use client'

import { useState } from 'react'
import type { AccountView } from '@/lib/account/describe-account'
import { useLocale, useText } from '@/lib/platform/i18n/locale-provider'
import { callApi } from '../_api/call-api'
import { textOf, useSubmit } from '../_api/use-submit'
import { LocalizedText } from '../_decks/localized-text'
import { studyHouse } from '../_study/study-house'
import { settingsText } from '../_text/settings'
import { Button } from '../_ui/button'
import { Dialog } from '../_ui/dialog'
import { Field } from '../_ui/field'
import { Select } from '../_ui/select'
import { StatusLine } from '../_ui/status-line'

/** No user's id: those are UUIDs. */
const WITHDRAW = 'withdraw'

type DeleteAccountProps = { hasPassword: boolean; decks: AccountView['ownedDecks'] }

export function DeleteAccount({ hasPassword, decks }: DeleteAccountProps) {
  const text = useText(settingsText)
  const locale = useLocale()
  const [isOpen, setOpen] = useState(false)
  const { isBusy, message, fields, onSubmit } = useSubmit(
    (form) =>
      callApi('DELETE', '/account', {
        ...(hasPassword ? { password: textOf(form, 'password') } : {}),
        decks: Object.fromEntries(
          decks.map(({ id }) => {
            const heir = textOf(form, `heir ${id}`)
            return [id, heir === WITHDRAW ? { withdraw: true } : { handOverTo: heir }]
          }),
        ),
      }),
    () => {
      void studyHouse.wipe().finally(() => location.assign('/'))
      return 'stay-busy'
    },
    ['password'],
  )
  return (
    <div>
      <Button look="danger" onClick={() => setOpen(true)}>
        {text.deleteAccount}
      </Button>
      <Dialog isOpen={isOpen} onClose={() => setOpen(false)} title={text.deleteTitle}>
        <form method="post" onSubmit={onSubmit} className="grid gap-5">
          <p className="text-soft">{text.deleteLead}</p>
          {decks.length > 0 ? (
            <fieldset className="grid gap-4">
              <legend className="mb-2 text-sm font-medium">{text.deleteDecks}</legend>
              <p className="text-soft text-sm">{text.deleteDecksHint}</p>
              {decks.map(({ id, title, heirs }) => (
                <Select
                  key={id}
                  label={<LocalizedText text={title} locale={locale} />}
                  name={`heir ${id}`}
                  required
                  defaultValue=""
                  options={[
                    { value: '', label: text.chooseFate },
                    { value: WITHDRAW, label: text.withdraw },
                    ...heirs.map(({ userId, name }) => ({ value: userId, label: text.handOver(name) })),
                  ]}
                />
              ))}
            </fieldset>
          ) : null}
          {hasPassword ? (
            <Field
              label={text.deletePassword}
              error={fields.password}
              name="password"
              type="password"
              autoComplete="current-password"
              required
            />
          ) : null}
          <StatusLine tone="danger">{message}</StatusLine>
          <div className="flex flex-wrap justify-end gap-3">
            <Button onClick={() => setOpen(false)}>{text.cancel}</Button>
            <Button look="danger" type="submit" isBusy={isBusy}>
              {text.deleteConfirm}
            </Button>
          </div>
        </form>
      </Dialog>
    </div>
  )
}
