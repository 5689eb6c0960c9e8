package org.gatehouse.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Optional;
import org.gatehouse.client.Client;
import org.gatehouse.selfkey.Login;
import org.gatehouse.session.Session;
import org.gatehouse.vault.Secret;

/** What a person is asked whose browser arrives with a login that perhaps somebody else began. */
@Named("continueAs")
@RequestScoped
public class ContinueAsPage {
    private String action = "";
    private String address = "";
    private String application = "";
    private String other = "";

    void show(Secret secret, Login login, Client client, Optional<Session> session) {
        action = "signin/selfkey/" + secret.text();
        address = login.wallet().address().toString();
        application = client.name();
        other = session.map(present -> present.wallet().address().toString()).orElse("");
    }

    /** Where the page's forms go, below the base. */
    public String getAction() {
        return action;
    }

    /** The address of the wallet that signed. */
    public String getAddress() {
        return address;
    }

    /** The address as a picture. */
    public PersonPicture getPicture() {
        return PersonPicture.of(address);
    }

    /** The application's name. */
    public String getApplication() {
        return application;
    }

    /** The address of the wallet that the browser is signed in with; empty where that is of the same person, or nobody is. */
    public String getOther() {
        return other;
    }
}
