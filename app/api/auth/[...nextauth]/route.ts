import { handleAuth } from '@/lib/platform/auth/handle-auth'

export { handleAuth as GET, handleAuth as POST }
