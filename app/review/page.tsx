import type { Metadata } from 'next'
import { getText } from '@/lib/platform/i18n/get-text'
import { currentVisitor, pageDoor } from '@/lib/platform/door/page-door'
import { PackPreload } from '../_study/pack-preload'
import { reviewText } from '../_text/review'
import { ReviewApp } from './review-app'

export async function generateMetadata(): Promise<Metadata> {
  return { title: getText(reviewText, (await currentVisitor()).locale).title }
}

/** A shell that is the same for everybody: the cards come from this browser, so the page opens without a network. */
export default async function ReviewPage() {
  const { actor } = await pageDoor('anyone')
  return (
    <>
      {actor.kind === 'user' ? <PackPreload /> : null}
      <ReviewApp />
    </>
  )
}
