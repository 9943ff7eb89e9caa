import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describeCluster, stopCluster } from '@/scripts/database/cluster'

const PREFIX = 'portail-test-'
const OWNER = 'processus'

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** A killed run leaves its server and its folder behind: the next one clears them. */
async function sweep(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const directory = join(tmpdir(), name)
    const owner = join(directory, OWNER)
    if (!existsSync(owner) || isAlive(Number(readFileSync(owner, 'utf8')))) continue
    try {
      if (existsSync(join(directory, 'postgres'))) await stopCluster(describeCluster(directory, '', true))
    } catch (error) {
      // Its own run may still be leaving, and have taken the folder away meanwhile.
      if (existsSync(join(directory, 'postgres'))) throw error
    }
    rmSync(directory, { recursive: true, force: true })
  }
}

/** A folder of this process, that the database user may enter when we are root. */
export async function makeTemporaryDirectory(): Promise<string> {
  await sweep()
  const directory = mkdtempSync(join(tmpdir(), PREFIX))
  chmodSync(directory, 0o755)
  writeFileSync(join(directory, OWNER), String(process.pid))
  return directory
}
