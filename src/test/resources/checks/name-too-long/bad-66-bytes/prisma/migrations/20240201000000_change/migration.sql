CREATE INDEX CONCURRENTLY "User_email_index_for_the_search_of_people_by_address_in_lower_case"
    ON "User"("email");
