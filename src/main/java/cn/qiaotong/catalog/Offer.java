package cn.qiaotong.catalog;

/**
 * What somebody may do about a service here and now: apply, register interest, or nothing any more. A service that is not
 * available, or whose outcome would rest on a value that no document supports, must not take requests outside a demo.
 */
public enum Offer {
    APPLY,
    REGISTER,
    CLOSED;

    /** The one rule; unrestricted is a service that ends in no approval and no amount, and every service of a demo. */
    static Offer of(PolicyStatus status, boolean restsOnDemo, boolean unrestricted) {
        if (status == PolicyStatus.CLOSED) {
            return CLOSED;
        }
        return unrestricted || status == PolicyStatus.LIVE && !restsOnDemo ? APPLY : REGISTER;
    }
}
