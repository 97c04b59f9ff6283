/**
 * What the htmx SSE extension takes for its EventSource: a source that gives every entry of the account's log to this
 * page once and in order, whatever happens to the link, the server, the other tabs or the lid of the laptop.
 *
 * The page's cursor is the id of the last entry that it shows (`position.tag`, the position rises by one). An entry
 * that is not above it is here already; one that leaves a gap makes us ask again from the cursor. It does not matter
 * which tab holds the link or how often it was opened.
 */

import { link } from './link.js';
import { meta, tell } from './page.js';
import { reload } from './reload.js';
import { tabs } from './tabs.js';

const position = id => Number.parseInt(id, 10) || 0;

function resuming(path) {
	const heartbeat = Number(meta('heartbeat')) || 15000;
	const source = new EventTarget();
	let cursor = meta('cursor'), stopped = null, asking = null, asked = 0;

	const line = link(path, heartbeat, event => { browser.say(event); take(event); });
	const browser = tabs(`hark-${meta('viewer')}`, heartbeat, { hold: () => stopped || line.open(cursor), drop: line.close, hear });

	/** From our own link, or from the tab that holds it. */
	function take(event) {
		if (stopped) return;
		if (event.type === 'state') {
			tell('state', event);
			if (position(event.at) > position(cursor)) catchUp();
		} else if (event.type === 'reset') {
			if (event.after === cursor) stop('reset');
			else if (browser.holding) line.open(cursor); // it was for another tab, from whose cursor we had asked
		} else if (event.id === undefined) {
			stop(event.type);
		} else {
			entry(event);
		}
	}

	function entry({ type, id, data, after, first }) {
		const ahead = position(id) - position(cursor);
		if (ahead < 0 || id === cursor) return;
		if (ahead === 0) return stop('reset'); // our place with another tag: the log was cut back and written anew
		// What the server sends first behind our cursor is next to it, even if it has left something out.
		if (cursor && ahead > 1 && !(first && after === cursor)) return catchUp();
		cursor = id;
		source.dispatchEvent(new MessageEvent(type, { data, lastEventId: id }));
	}

	function catchUp() {
		asking ??= setTimeout(() => {
			[asking, asked] = [null, Date.now()];
			if (stopped) return;
			if (browser.holding) line.open(cursor);
			else ask();
		}, Math.max(0, asked + 1000 - Date.now()));
	}

	/** Another tab speaks. */
	function hear(message) {
		if (message.want === undefined) {
			if (stopped === 'replaced' && message.state === 'live') resume(); // another tab was looked at
			if (!browser.holding) take(message);
		} else if (browser.holding) {
			if (stopped === 'replaced') resume();
			if (position(message.want) < position(line.after)) line.open(message.want);
			else line.announce();
		}
	}

	function stop(why) {
		stopped = why;
		line.close();
		if (why === 'reset') reload();
		if (why === 'signed-out') browser.leave(); // a page of the next session must not wait behind this one
		tell('state', { state: why === 'signed-out' ? why : 'offline', since: Date.now() });
	}

	function resume() {
		stopped = null;
		if (browser.holding) line.open(cursor);
	}

	function wake(event) {
		if (document.hidden) return;
		if (stopped === 'replaced') resume();
		if (stopped) return;
		if (browser.holding) return line.nudge(event.type === 'online');
		ask();
	}

	/** Whoever holds the link answers at once, unless it is frozen. */
	function ask() {
		browser.say({ want: cursor });
		if (!document.hidden) browser.watch(2000);
	}

	for (const name of ['online', 'pageshow', 'focus']) addEventListener(name, wake);
	document.addEventListener('visibilitychange', wake);
	browser.join();
	ask();
	// The extension also looks at these; as we never fail for good, it has nothing to do on errors.
	return Object.assign(source, { url: path, readyState: 1, withCredentials: false, onopen: null, onerror: null, close: browser.leave });
}

/** Runs before htmx looks at the page (DOMContentLoaded), which is when the extension asks for a source. */
export function stream() {
	if (window.htmx && meta('viewer')) window.htmx.createEventSource = resuming;
}
