/** Without Web Locks (plain HTTP in a local network) a hidden tab gives up its stream and resumes when shown. */

const GRACE = 5000; // a tab that is hidden for less keeps its stream

export function alone({ hold, drop }) {
	let joined = false, holding = false, timer;

	function take() {
		clearTimeout(timer);
		if (holding || !joined) return;
		holding = true;
		hold();
	}
	function yieldIt() {
		clearTimeout(timer);
		if (!holding) return;
		holding = false;
		drop();
	}
	function look() {
		clearTimeout(timer);
		if (document.hidden) timer = setTimeout(yieldIt, GRACE);
		else take();
	}

	document.addEventListener('visibilitychange', look);
	addEventListener('pagehide', yieldIt);
	addEventListener('pageshow', event => event.persisted && look());

	return {
		join() { joined = true; take(); look(); },
		leave() { joined = false; yieldIt(); },
		watch() {}, say() {},
		get holding() { return holding; },
	};
}
