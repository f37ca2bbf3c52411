package cn.qiaotong.portal;

/** A page of a draft was asked for that has become a request meanwhile: its owner is led there. */
class AlreadySubmitted extends RuntimeException {

    private final String publicId;

    AlreadySubmitted(String publicId) {
        super("the draft has become a request");
        this.publicId = publicId;
    }

    String publicId() {
        return publicId;
    }
}
