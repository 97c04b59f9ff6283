/**
 * One tab per browser holds the stream and hands on what it hears: over HTTP/1.1 a browser opens six connections per
 * host, and the seventh page would hang. The holder has a Web Lock; the others listen, wait for it, and take it from
 * a holder that has fallen silent (a frozen tab keeps its lock). Every tab has its own cursor, so a change of the
 * holder is one more resume.
 */

/** `hold` and `drop` say when this tab gets and loses the stream; `hear` gets what other tabs say. */
export function tabs(name, heartbeat, { hold, drop, hear }) {
	if (!navigator.locks || !window.BroadcastChannel) return alone(hold, drop);
	let channel = null, waiting, release = null, asked, timer, beat;

	const say = message => channel?.postMessage(message);

	function join() {
		if (channel) return;
		asked = false;
		channel = new BroadcastChannel(name);
		channel.onmessage = ({ data }) => {
			if (data?.type === 'state') asked = false;
			if (!asked && (!data || data.type)) watch(); // the holder lives
			if (data) hear(data);
		};
		queue();
		watch();
	}

	function queue(steal = false) {
		waiting?.abort();
		const turn = waiting = new AbortController();
		navigator.locks.request(name, steal ? { steal } : { signal: turn.signal }, () => turn === waiting && new Promise(done => {
			[release, asked] = [done, false];
			clearTimeout(timer);
			beat = setInterval(say, heartbeat, null); // alive, even while the link is not
			hold();
		})).catch(() => { // we left, or asked anew; or another tab took what we had
			if (turn !== waiting || !release) return;
			lose();
			queue();
			watch();
		});
	}

	/** Chance decides who is the first to doubt a silent holder; the visible before the hidden. */
	function watch(patience = 2 * heartbeat + 1000) {
		clearTimeout(timer);
		if (channel && !release) timer = setTimeout(queue, patience + Math.random() * (document.hidden ? 10000 : 1000), true);
	}

	/** Asks for what came after this cursor. The holder answers with its state; one that is frozen does not, nor for long a busy one that is hidden. */
	function ask(want) {
		say({ want });
		if (!channel || asked || document.hidden) return;
		asked = true;
		watch(2000);
	}

	function lose() {
		clearInterval(beat);
		release = null;
		drop();
	}

	function leave() {
		clearTimeout(timer);
		waiting?.abort();
		channel?.close();
		waiting = channel = null;
		release?.();
		if (release) lose();
	}

	// With the lock a page could not go into the back/forward cache, and a frozen one would keep it.
	addEventListener('pagehide', leave);
	document.addEventListener('freeze', leave);
	addEventListener('pageshow', event => event.persisted && join());
	document.addEventListener('resume', join);

	return { join, leave, say, ask, get holding() { return release !== null; } };
}

/** Without Web Locks (plain HTTP in a local network) a tab that is hidden for long gives up its stream until it is shown. */
function alone(hold, drop) {
	let holding = false, timer;

	function change(to) {
		if (holding === to) return;
		holding = to;
		(to ? hold : drop)();
	}
	function look() {
		clearTimeout(timer);
		if (document.hidden) timer = setTimeout(change, 5000, false);
		else change(true);
	}
	const leave = () => change(false);

	document.addEventListener('visibilitychange', look);
	addEventListener('pagehide', leave);
	addEventListener('pageshow', event => event.persisted && look());
	return { join: look, leave, say() {}, ask() {}, get holding() { return holding; } };
}
