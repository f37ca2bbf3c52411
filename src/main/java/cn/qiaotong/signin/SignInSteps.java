package cn.qiaotong.signin;

import org.springframework.stereotype.Component;

/** The steps of signing in and out, in the order in which a person takes them. */
@Component
record SignInSteps(Departure departure, Vouching vouching, Arrival arrival, SignOut signOut, BrowserMarks marks) {}
