/** What the server wrote into the page for its scripts. */

export const meta = name => document.querySelector(`meta[name="${name}"]`)?.content ?? '';

/** The timeline of the open chat; a page without a chat has none. */
export const timeline = () => document.querySelector('[role="log"][id^="timeline-"]');

/** An older window of a chat shows the past: nothing live is put into it, it does not follow the end, it reads nothing. */
export const isLive = log => log !== null && !log.id.includes('-before-');

export const tell = (name, detail) => document.dispatchEvent(new CustomEvent(`hark:${name}`, { detail }));

/** Private windows and full disks make storage throw; nothing here is worth failing for. */
export function quietly(action) {
	try {
		return action();
	} catch {
		return null;
	}
}
