package cn.qiaotong.request;

import cn.qiaotong.catalog.Offer;
import cn.qiaotong.catalog.PublicService;
import cn.qiaotong.web.Conflict;
import java.time.LocalDate;

/** This service takes no requests here and now. What had been typed for it is kept. */
public class NotOnOffer extends Conflict {

    private NotOnOffer(Offer offer) {
        super(offer == Offer.CLOSED ? "request.offer.closed" : "request.offer.register");
    }

    static void refuseUnlessOffered(PublicService service, LocalDate day) {
        var offer = service.offer(day);
        if (offer != Offer.APPLY) {
            throw new NotOnOffer(offer);
        }
    }
}
