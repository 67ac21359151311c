package dev.schemawatch.convention;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class GrammaticalNumberTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Room",
                "BookingStatus",
                "postal_address",
                "Bus",
                "Analysis",
                "Alias",
                "Class",
                "APIKey",
                "Lens2",
                "X"
            })
    void takes_a_word_for_one_thing(String name) {
        assertThat(GrammaticalNumber.SINGULAR.allows(name)).isTrue();
        assertThat(GrammaticalNumber.PLURAL.allows(name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Rooms",
                "GuestPeople",
                "alumni",
                "statuses",
                "apis",
                "menus",
                "Children",
                "categories",
                "userIDs",
                "boxes"
            })
    void takes_a_word_for_many(String name) {
        assertThat(GrammaticalNumber.PLURAL.allows(name)).isTrue();
        assertThat(GrammaticalNumber.SINGULAR.allows(name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Metadata", "userSettings", "News", "BillingInfo", "dataList", "rgb"})
    void leaves_alone_what_may_be_either(String name) {
        assertThat(GrammaticalNumber.PLURAL.allows(name)).isTrue();
        assertThat(GrammaticalNumber.SINGULAR.allows(name)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Room, Rooms",
        "GuestEntry, GuestEntries",
        "Survey, Surveys",
        "Box, Boxes",
        "Status, Statuses",
        "Person, People",
        "SalesPerson, SalesPeople",
        "Metadata, Metadata",
        "Rooms, Rooms"
    })
    void puts_the_last_word_in_the_plural(String name, String plural) {
        assertThat(GrammaticalNumber.PLURAL.of(name)).isEqualToIgnoringCase(plural);
    }
}
