package cn.mingjian.cli.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** Somebody who is signed in; the short-lived token is renewed before it ends. */
public final class Session {
    private static final Duration MARGIN = Duration.ofSeconds(60);

    private final String name;
    private final Supplier<Token> signIn;
    private Token token;

    /** A token and when it ends. */
    record Token(String value, Instant ends) {}

    Session(String name, Supplier<Token> signIn) {
        this(name, signIn.get(), signIn);
    }

    /** Somebody who has signed in already. */
    Session(String name, Token token, Supplier<Token> signIn) {
        this.name = name;
        this.token = token;
        this.signIn = signIn;
    }

    synchronized String token() {
        if (Instant.now().plus(MARGIN).isAfter(token.ends())) {
            token = signIn.get();
        }
        return token.value();
    }

    @Override
    public String toString() {
        return name;
    }
}
