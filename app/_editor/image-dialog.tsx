'use client'

import { useEffect, useId, useState, type FormEvent } from 'react'
import { useText } from '@/lib/platform/i18n/locale-provider'
import { editorText } from '../_text/editor'
import { Button } from '../_ui/button'
import { Dialog } from '../_ui/dialog'
import { Field } from '../_ui/field'
import { StatusLine } from '../_ui/status-line'
import { MAX_IMAGE_BYTES, uploadImage, type UploadedImage } from './upload-image'

type ImageDialogProps = {
  slug: string
  image: File | null
  onInsert: (markdown: string, uploaded: UploadedImage) => void
  onClose: () => void
}

/** While the picture is on its way, its author says what is to be seen in it. */
export function ImageDialog({ slug, image, onInsert, onClose }: ImageDialogProps) {
  const text = useText(editorText)
  return (
    <Dialog isOpen={image !== null} onClose={onClose} title={text.image.title}>
      {image ? (
        <ImageForm key={image.name + image.lastModified} {...{ slug, image, onInsert, onClose }} />
      ) : null}
    </Dialog>
  )
}

function ImageForm({ slug, image, onInsert, onClose }: ImageDialogProps & { image: File }) {
  const text = useText(editorText)
  const formId = useId()
  const [alt, setAlt] = useState('')
  const [uploaded, setUploaded] = useState<UploadedImage | null>(null)
  const tooEarly = image.size > MAX_IMAGE_BYTES ? text.image.tooLarge : null
  const [problem, setProblem] = useState<string | null>(tooEarly)
  const [url] = useState(() => URL.createObjectURL(image))
  useEffect(() => () => URL.revokeObjectURL(url), [url])
  useEffect(() => {
    if (tooEarly !== null) return
    let isGone = false
    void uploadImage(slug, image).then((answer) => {
      if (isGone) return
      if (answer.ok) setUploaded(answer.value)
      else setProblem(answer.message)
    })
    return () => {
      isGone = true
    }
  }, [slug, image, tooEarly])

  function insert(event: FormEvent) {
    event.preventDefault()
    if (!uploaded || alt.trim() === '') return
    const words = alt
      .trim()
      .replace(/\s+/g, ' ')
      .replace(/[[\]\\]/g, '\\$&')
    onInsert(`![${words}](media:${uploaded.sha256})`, uploaded)
  }

  return (
    <form id={formId} onSubmit={insert} className="grid gap-4">
      <p className="text-soft text-sm">{text.image.lead}</p>
      <div
        aria-hidden="true"
        className="bg-sunk h-56 rounded-md bg-contain bg-center bg-no-repeat"
        style={{ backgroundImage: `url("${url}")` }}
      />
      <Field
        label={text.image.label}
        value={alt}
        onChange={(event) => setAlt(event.currentTarget.value)}
        maxLength={300}
        required
        autoFocus
      />
      <StatusLine tone="danger">{problem}</StatusLine>
      <StatusLine>{uploaded === null && problem === null ? text.image.uploading : null}</StatusLine>
      <div className="flex flex-wrap justify-end gap-3">
        <Button onClick={onClose}>{text.image.cancel}</Button>
        <Button type="submit" look="primary" disabled={uploaded === null || alt.trim() === ''}>
          {text.image.insert}
        </Button>
      </div>
    </form>
  )
}
