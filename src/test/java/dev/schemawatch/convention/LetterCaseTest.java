package dev.schemawatch.convention;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LetterCaseTest {

    @ParameterizedTest
    @CsvSource({
        "BookingSlot, bookingSlot, BookingSlot, booking_slot, BOOKING_SLOT",
        "booking_slot, bookingSlot, BookingSlot, booking_slot, BOOKING_SLOT",
        "HTTPServer, httpServer, HttpServer, http_server, HTTP_SERVER",
        "line2, line2, Line2, line2, LINE2",
        "A, a, A, a, A"
    })
    void writes_a_name_in_each_case(String name, String camel, String pascal, String snake, String upperSnake) {
        assertThat(LetterCase.CAMEL.of(name)).isEqualTo(camel);
        assertThat(LetterCase.PASCAL.of(name)).isEqualTo(pascal);
        assertThat(LetterCase.SNAKE.of(name)).isEqualTo(snake);
        assertThat(LetterCase.UPPER_SNAKE.of(name)).isEqualTo(upperSnake);
    }

    @ParameterizedTest
    @CsvSource({
        "guest_room, GuestRoom, true",
        "guestroom, GuestRoom, false",
        "guest_rooms, GuestRoom, false",
        "GuestRoom, GuestRoom, false",
        "oauth_token, OAuthToken, true",
        "o_auth_token, OAuthToken, true",
        "line_2, Line2, true",
        "line2, Line2, true",
        "user_id, userID, true"
    })
    void tells_whether_a_name_is_another_in_snake_case(String name, String other, boolean is) {
        assertThat(LetterCase.SNAKE.matches(name, other)).isEqualTo(is);
    }

    @ParameterizedTest
    @CsvSource({"GuestRoom, guest_room, true", "Guestroom, guest_room, true", "guestRoom, guest_room, false"})
    void tells_whether_a_name_is_another_in_pascal_case(String name, String other, boolean is) {
        assertThat(LetterCase.PASCAL.matches(name, other)).isEqualTo(is);
    }
}
