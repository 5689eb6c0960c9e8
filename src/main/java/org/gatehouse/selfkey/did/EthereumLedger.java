package org.gatehouse.selfkey.did;

import jakarta.json.JsonObject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gatehouse.http.Json;
import org.gatehouse.remote.Deadline;
import org.gatehouse.remote.Guard;
import org.gatehouse.remote.JsonHttp;
import org.gatehouse.remote.NoAnswer;
import org.gatehouse.wallet.Address;
import org.gatehouse.wallet.Did;

/** The registry on Ethereum, asked through a node's JSON-RPC with {@code eth_call}. */
final class EthereumLedger implements DidLedger, AutoCloseable {
    private static final Logger LOG = System.getLogger(EthereumLedger.class.getName());
    private static final String THREADS = "gatehouse-ethereum";
    private static final String MEANWHILE = "Until this is over, nobody signs in with a DID of SelfKey's registry.";
    private static final int CALLS_AT_ONCE = 16;
    private static final Duration PAUSE = Duration.ofSeconds(10);
    /** The first four bytes of the Keccak-256 of {@code getController(bytes32)}. */
    private static final String GET_CONTROLLER = "0x8f1815b2";
    /** An address in the ABI of Solidity: 32 bytes, of which the first 12 are zero. */
    private static final Pattern ADDRESS = Pattern.compile("0x0{24}([0-9a-fA-F]{40})");

    private static final String NOBODY = "0".repeat(40);

    private final JsonHttp http;
    private final Guard guard;
    private final URI rpc;
    private final Address contract;
    private final Duration timeout;

    /**
     * @param rpc the node's endpoint
     * @param contract the address of DIDLedger
     * @param timeout the longest wait of a caller, for connections, a second try and the whole answer together
     */
    EthereumLedger(URI rpc, Address contract, Duration timeout) {
        this.http = new JsonHttp(THREADS, timeout);
        this.guard = new Guard("The Ethereum node", MEANWHILE, CALLS_AT_ONCE, PAUSE, timeout);
        this.rpc = rpc;
        this.contract = contract;
        this.timeout = timeout;
    }

    @Override
    public boolean known() {
        return true;
    }

    @Override
    public Optional<Address> controller(Did did) {
        Deadline deadline = Deadline.in(timeout);
        try {
            return guard.call(() -> controller(http.send(request(did), deadline)));
        } catch (NoAnswer e) {
            LOG.log(Level.DEBUG, () -> "the controller of " + did + " is unknown: the node " + e.getMessage());
            throw new LedgerAway(e);
        }
    }

    private HttpRequest request(Did did) {
        JsonObject body = Json.object()
                .add("jsonrpc", "2.0")
                .add("id", 1)
                .add("method", "eth_call")
                .add(
                        "params",
                        Json.array()
                                .add(Json.object()
                                        .add("to", contract.lowerCase())
                                        .add("data", GET_CONTROLLER + did.id().substring(2)))
                                .add("latest"))
                .build();
        return HttpRequest.newBuilder(rpc)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()))
                .build();
    }

    /** A contract that is not there answers {@code 0x}: no answer, rather than "nobody". */
    private static Optional<Address> controller(JsonObject answer) {
        String address = Json.string(answer, "result")
                .map(ADDRESS::matcher)
                .filter(result -> result.matches())
                .map(result -> result.group(1))
                .orElseThrow(() -> NoAnswer.lasting("answers without an address"));
        return address.equals(NOBODY) ? Optional.empty() : Optional.of(Address.parse("0x" + address));
    }

    @Override
    public void close() {
        http.close();
    }
}
