package org.gatehouse.console.account;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.gatehouse.account.LinkedWallet;
import org.gatehouse.account.LinkedWallets;
import org.gatehouse.console.Visitor;
import org.gatehouse.web.PersonPicture;

/** Who the visitor is, and with which wallets. They are added and removed at {@code /signin/link} and {@code /signin/unlink}. */
@Named("myAccount")
@RequestScoped
public class AccountPage {
    @Inject
    Visitor visitor;

    @Inject
    LinkedWallets linked;

    private List<WalletLine> wallets = List.of();

    @PostConstruct
    void read() {
        List<LinkedWallet> all = linked.of(visitor.account());
        wallets = all.stream()
                .map(each -> new WalletLine(
                        each, each.wallet().equals(visitor.session().wallet()), all.size() > 1))
                .toList();
    }

    /** The address that is signed in, as a picture. */
    public PersonPicture getPicture() {
        return PersonPicture.of(visitor.getAddress());
    }

    /** The kind of wallet that is signed in. */
    public String getKind() {
        return visitor.session().wallet().kind();
    }

    /** The account's wallets, the oldest first. */
    public List<WalletLine> getWallets() {
        return wallets;
    }
}
