package org.gatehouse.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Optional;
import org.gatehouse.client.Client;
import org.gatehouse.logout.LogoutRequest;

/** What the pages of a sign-out show that an application asked for. */
@Named("logout")
@RequestScoped
public class LogoutPage {
    private String name = "";
    private String client = "";
    private String goOn = "";
    private String state = "";
    private String languages = "";

    /** The person is asked. */
    void ask(LogoutRequest request, Optional<Client> client, String languages) {
        name = client.map(Client::name).orElse("");
        this.client = client.map(Client::id).orElse("");
        goOn = request.postLogoutRedirectUri().orElse("");
        state = request.state().orElse("");
        this.languages = languages;
    }

    /** The person is signed out and may go back to the application. */
    void done(String goOn) {
        this.goOn = goOn;
    }

    /** The application's name; empty where none is known. */
    public String getName() {
        return name;
    }

    /** The application's {@code client_id}, as the form sends it back. */
    public String getClient() {
        return client;
    }

    /** The address to go on to; empty where there is none. */
    public String getGoOn() {
        return goOn;
    }

    /** The languages that the application asks for, as the form sends them back. */
    public String getLanguages() {
        return languages;
    }

    /** The application's {@code state}, as the form sends it back. */
    public String getState() {
        return state;
    }
}
