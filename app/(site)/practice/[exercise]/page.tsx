import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { listOwnDecks } from '@/lib/authoring/list-own-decks'
import { findExercise } from '@/lib/core/exercises/exercise-registry'
import { pageDoor } from '@/lib/platform/door/page-door'
import { renderExercise } from '../../../_exercise/render-exercise'
import { readVariant } from '../../../_exercise/variant-link'
import { Worksheet } from '../../../_exercise/worksheet'

type ExercisePageProps = {
  params: Promise<{ exercise: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: ExercisePageProps): Promise<Metadata> {
  const { locale } = await pageDoor('signed-in')
  return { title: findExercise((await params).exercise)?.name[locale] }
}

export default async function ExercisePage({ params, searchParams }: ExercisePageProps) {
  const { store, actor, learner } = await pageDoor('signed-in')
  const exercise = findExercise((await params).exercise)
  if (!exercise) notFound()
  const variant = readVariant(exercise, await searchParams)
  const own = learner.guest ? null : await listOwnDecks(store, actor)
  return (
    <Worksheet
      learner={learner.id}
      variant={variant}
      formulas={renderExercise(exercise, variant)}
      decks={own}
    />
  )
}
