/**
 * A desk that has been at work: requests made over the last weeks by playing the examples of the service folders through the
 * application's own paths, with both clocks moved. A new folder gets its share without a line here.
 */
package cn.qiaotong.life;
