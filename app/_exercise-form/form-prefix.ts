'use client'

import { createContext, useContext } from 'react'

/** Begins the ids of one form: two of them may stand on a page. */
export const FormPrefix = createContext('exercise')

export const useFormPrefix = () => useContext(FormPrefix)
