package org.gatehouse.kyc.application;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatehouse.account.FactSource;

/**
 * What people are approved for, as group rules name it: {@code client/template}. An approval counts also when what it was given for is erased; that of a company's member
 * is not one of the person who applied for the company.
 */
@Dependent
class Approvals implements FactSource {
    private final EntityManager entities;

    @Inject
    Approvals(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public String fact() {
        return "kyc";
    }

    @Override
    @Transactional
    public Set<String> values(String account) {
        return entities
                .createQuery(
                        "select distinct a.clientId, a.templateId from ApplicationRow a"
                                + " where a.accountId = :account and a.status = :approved and a.parentId is null",
                        Object[].class)
                .setParameter("account", account)
                .setParameter("approved", ApplicationStatus.APPROVED.code())
                .getResultList()
                .stream()
                .map(row -> row[0] + "/" + row[1])
                .collect(Collectors.toUnmodifiableSet());
    }
}
