package org.gatehouse.config;

/**
 * Marks a bean that holds a feature's settings. A record, produced by its feature, that reads every key
 * through {@link Keys} once; all such beans are made when the
 * application starts, so that a wrong value stops the deployment and not the first request.
 */
public interface Settings {}
