import type { Metadata } from 'next'
import { readLabLink } from '@/lib/core/lab/lab-link'
import { pageDoor } from '@/lib/platform/door/page-door'
import { getText } from '@/lib/platform/i18n/get-text'
import { formulasOfLab } from '../../_lab/formulas-of-lab'
import { Lab } from '../../_lab/lab'
import { queryOf } from '../../_lab/query-of'
import { labText } from '../../_text/lab'

type LabPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await pageDoor('anyone')
  return { title: getText(labText, locale).title }
}

export default async function LabPage({ searchParams }: LabPageProps) {
  await pageDoor('anyone')
  const { setup, ignored } = readLabLink(queryOf(await searchParams), '1')
  return <Lab first={setup} ignored={ignored} formulas={formulasOfLab(setup)} />
}
