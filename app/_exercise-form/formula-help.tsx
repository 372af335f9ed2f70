'use client'

import { FUNCTION_NAMES } from '@/lib/core/formula-language/formula-functions'
import { useText } from '@/lib/platform/i18n/locale-provider'
import { exerciseFormText } from '../_text/exercise-form'

export function FormulaHelp() {
  const text = useText(exerciseFormText)
  return (
    <details className="text-sm">
      <summary className="text-accent min-h-11 cursor-pointer content-center font-medium">
        {text.help}
      </summary>
      <ul className="text-soft max-w-measure grid list-disc gap-1 ps-5 pb-2">
        <li>{text.helpNumbers}</li>
        <li>{text.helpVectors}</li>
        <li>{text.helpProducts}</li>
        <li>{text.helpChoice}</li>
        <li>{text.helpFunctions(FUNCTION_NAMES.join(', '))}</li>
      </ul>
    </details>
  )
}
