/** The page, as its scripts see it. */

export const byId = id => document.getElementById(id);

export const meta = name => document.querySelector(`meta[name="${name}"]`)?.content ?? '';

/** The timeline of the open chat, if there is one. */
export const timeline = () => document.querySelector('[role="log"]');

/** An older window shows the past: nothing live comes into it, and it reads nothing. */
export const isLive = log => Boolean(log) && !log.id.includes('-before-');

export const tell = (name, detail) => document.dispatchEvent(new CustomEvent(`hark:${name}`, { detail }));

/** Storage throws in private windows and on full disks; nothing here is worth failing for. */
export function quietly(action) {
	try {
		return action();
	} catch {
		return null;
	}
}

/** Reloading is the one recovery for everything. Where it does not help it waits: 5 s, 10 s, 20 s … 5 min. */
export function reload() {
	const now = Date.now();
	const [at, count] = quietly(() => JSON.parse(sessionStorage.getItem('hark-reload'))) ?? [0, 0];
	const times = now - at < 600000 ? count : 0;
	const next = times ? Math.max(now, at + Math.min(5000 * 2 ** (times - 1), 300000)) : now;
	const kept = quietly(() => sessionStorage.setItem('hark-reload', JSON.stringify([next, times + 1])) ?? true);
	setTimeout(() => location.reload(), kept ? next - now : 5000);
}
