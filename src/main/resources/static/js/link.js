/**
 * One connection to the stream that keeps itself up: it notices silence, learns why it was refused, backs off, and
 * comes back behind the newest entry that it delivered. It knows nothing of tabs or of the page.
 */

const WHISPERS = ['typing', 'presence']; // true for the moment: they have no id, and prove nothing
const NAMES = ['message', 'conversation', 'ping', 'reset', 'bye', 'signed-out', 'replaced', ...WHISPERS];
const PATIENCE = 15000; // for an answer to a new connection
export const position = id => Number.parseInt(id, 10) || 0;
const between = (least, most) => least + Math.random() * (most - least);

/** `tell` gets {type, id, data, after, first} for each event, and {type: 'state', …} at every sign of life or trouble. */
export function link(path, heartbeat, tell) {
	let source = null, timer, settling, after = '', goal, first, tries = 0, opened = 0, notBefore = 0, heard = 0, restarted = 0;
	let state = 'catching-up', since = Date.now();
	const whispered = {};

	const url = () => after ? `${path}?after=${encodeURIComponent(after)}` : path;

	function become(next = state) {
		if (next !== state) [state, since] = [next, Date.now()];
		tell({ type: 'state', state, since, at: after });
	}

	function close() {
		source?.close();
		source = null;
		clearTimeout(timer);
		clearTimeout(settling);
	}

	function open(from = after) {
		close();
		// For a tab that is further behind: whoever was caught up is so again where it was.
		goal = state === 'live' && position(from) < position(after) ? position(after) : Infinity;
		[after, first, opened, heard] = [from, true, Date.now(), Date.now()];
		const mine = source = new EventSource(url());
		for (const name of NAMES) mine.addEventListener(name, event => mine === source && hear(event));
		mine.onopen = () => { alive(); become('catching-up'); settle(); };
		// Left alone, the browser would come back at its own pace, and after an HTTP error never.
		mine.onerror = () => mine === source && (mine.readyState === EventSource.CLOSED ? probe() : retry());
		timer = setTimeout(retry, PATIENCE);
	}

	/** A half-open link stays "open" for minutes; two missed heartbeats say that it is dead. */
	function alive() {
		heard = Date.now();
		clearTimeout(timer);
		timer = setTimeout(retry, 2 * heartbeat + 500);
	}

	/** Caught up is when the replay falls silent, or goes on so long that it is just a lively place. */
	function settle() {
		clearTimeout(settling);
		settling = setTimeout(become, Date.now() - opened > 5000 ? 0 : 300, 'live');
	}

	function hear({ type, lastEventId: id, data }) {
		alive();
		if (WHISPERS.includes(type)) {
			tell(whispered[type] = { type, data });
		} else if (type === 'ping') {
			tries = 0;
			become('live');
		} else if (type === 'bye') { // all are sent away at once: come back scattered, and look often until it is back
			restarted = Date.now();
			retry(tries ? 0 : between(200, 1200));
		} else if (type === 'message' || type === 'conversation') {
			tries = 0;
			if (state !== 'live') settle();
			const event = { type, id, data, after, first };
			[after, first] = [id, false];
			tell(event);
			if (position(id) >= goal && state !== 'live') become('live');
		} else {
			close();
			tell({ type, after });
		}
	}

	function retry(least = 0) {
		close();
		notBefore = Date.now() + least;
		timer = setTimeout(open, least ? least * between(1, 1.1) : Math.min(30000, 500 * 2 ** (Date.now() - restarted < 15000 ? 0 : tries++)) * between(0.8, 1.2));
		become('offline');
	}

	/** EventSource keeps the status of a refusal to itself: ask once more, and read only that. */
	async function probe() {
		close();
		const abort = new AbortController();
		const mine = source = { close: () => abort.abort() };
		timer = setTimeout(retry, PATIENCE);
		const answer = await fetch(url(), { signal: abort.signal }).catch(() => null);
		if (mine !== source) return;
		close();
		if (answer?.status === 401) tell({ type: 'signed-out' });
		else retry(Math.min(600, Number(answer?.headers.get('Retry-After')) || 0) * 1000);
	}

	/** Something happened after which a link is often dead, or possible again. */
	function nudge(distrust) {
		if (Date.now() < (source ? !distrust && heard + 1.5 * heartbeat : Math.max(notBefore, opened + 1000))) return;
		tries = 0;
		open();
	}

	return { open, close, nudge, announce: () => { become(); Object.values(whispered).forEach(tell); }, get after() { return after; } };
}
