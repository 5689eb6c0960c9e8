package org.gatehouse.kyc.application;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.stream.JsonGenerator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.gatehouse.account.PersonalData;

/** What people told clients' KYC of themselves, before or between applications. */
@Dependent
class UserData implements PersonalData {
    private final Users users;

    @Inject
    UserData(Users users) {
        this.users = users;
    }

    @Override
    public String name() {
        return "kyc_users";
    }

    @Override
    public Set<String> tables() {
        return Set.of("kyc_user");
    }

    @Override
    public Consumer<JsonGenerator> export(String account) {
        var told = users.of(account);
        return json -> {
            json.writeStartObject();
            told.forEach((client, user) -> json.write(client, user.toJson()));
            json.writeEnd();
        };
    }

    @Override
    public List<Kept> erase(String account) {
        users.forget(account);
        return List.of();
    }
}
