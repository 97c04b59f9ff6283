package app.hark.web;

import java.io.IOException;
import java.util.Optional;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

import app.hark.delivery.StorageUnavailableException;
import app.hark.messages.Refused;

/** Turns what the rooms throw into answers. */
@ControllerAdvice
class RefusedAdvice {

	private static final Logger log = LoggerFactory.getLogger(RefusedAdvice.class);

	private final Refusals refusals;
	private final AwayPage page;

	RefusedAdvice(Refusals refusals, AwayPage page) {
		this.refusals = refusals;
		this.page = page;
	}

	@ExceptionHandler
	void refused(Refused refused, HttpServletRequest request, HttpServletResponse response)
			throws ServletException, IOException {
		if (refused.isGone()) {
			refusals.refuse(request, response, HttpStatus.NOT_FOUND, refused.why(), Optional.of(FormPage.UNSENT));
		} else {
			refusals.refuse(request, response, HttpStatus.UNPROCESSABLE_CONTENT, refused.why());
		}
	}

	/** The disk is full or does not answer; whoever runs this Hark is told once, where it is noticed. */
	@ExceptionHandler(StorageUnavailableException.class)
	void notKept(HttpServletRequest request, HttpServletResponse response)
			throws ServletException, IOException {
		refusals.notKept(request, response);
	}

	/** The database cannot do it now: the text stays, and a second try has the same token. */
	@ExceptionHandler(DataAccessException.class)
	void unavailable(RuntimeException why, HttpServletRequest request, HttpServletResponse response)
			throws ServletException, IOException {
		log.error("the database refused: {}", why.toString());
		refusals.refuse(request, response, HttpStatus.SERVICE_UNAVAILABLE,
				new DefaultMessageSourceResolvable("error.503.text"));
	}

	/** It is not there: the page of the form would need it as well. */
	@ExceptionHandler({DataAccessResourceFailureException.class, TransactionException.class})
	void away(RuntimeException why, HttpServletRequest request, HttpServletResponse response) throws IOException {
		log.error("the database is away: {}", why.toString());
		page.answer(request, response);
	}

	/** An id that no server ever wrote names nothing. */
	@ExceptionHandler(MethodArgumentTypeMismatchException.class)
	@ResponseStatus(code = HttpStatus.NOT_FOUND, reason = "no such id")
	void malformed() {
	}
}
