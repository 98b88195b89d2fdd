using GdprKit.Ledger;
using Xunit;

namespace GdprKit.Conformance;

/// <summary>Everybody whom an application keeps is found, and how they are reached.</summary>
/// <typeparam name="TFixture">The fixture of the adapter.</typeparam>
public abstract class ContactSuite<TFixture> : ContactSourceSuite<TFixture>
    where TFixture : ContactSourceFixture
{
    /// <summary>Tests the source of a fixture.</summary>
    /// <param name="fixture">The fixture.</param>
    protected ContactSuite(TFixture fixture)
        : base(fixture)
    {
    }

    /// <summary>Nobody is forgotten, and nobody is told twice.</summary>
    /// <param name="limit">How many people a page has.</param>
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(1_000)]
    public async Task Finds_everybody_without_a_head_once(int limit)
    {
        const string Sentence = "Whoever the maps declare a person and about whom the stream has no head is found once, linked or not, also who is hidden.";
        string[] codes = [.. Enumerable.Range(10, 11).Select(number => $"{number}")];
        await AddAsync([.. codes.Select(code => One(code, isHidden: code == "14")), One("printer", CorrespondentRole.Unknown), One("boss", CorrespondentRole.Employee)]);
        await LinkAsync(Of("12"), Of("13"));
        await TellAsync("told", Key, Of("15"), Of("16"));
        await TellAsync("told", StreamKey.Of(Digest.Of("another"u8)), Of("17"));

        var found = await ReadAsync(Everybody, limit);
        Promise.AreEqual(
            [.. codes.Except(["15", "16"]).Select(code => Words(Of(code))), Words(Of("boss", DomainKeys.Staff))],
            found.Select(contact => Words(contact.Subject)),
            Sentence,
            $"ReadWithoutHeadAsync to the end, {limit} at once, of 12 people of whom 2 have a head, and a row that is nobody");
        Promise.AreEqual(
            [Words(Of("12")), Words(Of("13")), Words(Of("17"))],
            found.Where(contact => contact.Ref is not null).Select(contact => Words(contact.Subject)),
            Sentence,
            "the same: those with a ref, of whom 3 were linked");
    }

    /// <summary>A program is told how to reach people as the application would.</summary>
    [Fact]
    public async Task Tells_how_people_are_reached()
    {
        const string Sentence = "The address is what the row holds, good or not, and a blank one is none; of a tag of a language its first part counts, and what is no language is none.";
        await AddAsync(
            One("ann", mail: "ann@example.org", speaks: "nl-BE"), One("bob", mail: "  ", speaks: "?"), One("cas", mail: "no address", speaks: "EN"), One("dee"));
        string[] promised = ["people ann: ann@example.org, nl", "people bob: none, none", "people cas: no address, en", "people dee: none, none"];

        Promise.AreEqual(promised, (await ReadAsync(Everybody)).Select(Words), Sentence, "ReadWithoutHeadAsync of 4 people");
        await LinkAsync(Of("ann"), Of("bob"), Of("cas"), Of("dee"));
        Promise.AreEqual(promised, (await FindAsync(Of("ann"), Of("bob"), Of("cas"), Of("dee"))).Select(Words), Sentence, "FindAsync of the same");
    }

    /// <summary>One row on which the application fails stops nothing.</summary>
    /// <param name="limit">How many people a page has.</param>
    [Theory]
    [InlineData(1)]
    [InlineData(1_000)]
    public async Task An_address_that_cannot_be_read_hides_nobody(int limit)
    {
        const string Sentence = "Who has an address that the application fails to read is found without one, and so is everybody else.";
        await AddAsync(One("ann", mail: "ann@example.org"), One("bob", mail: Correspondent.Unreadable, speaks: "nl"), One("cas", mail: "cas@example.org"));
        string[] promised = ["people ann: ann@example.org, none", "people bob: unreadable, nl", "people cas: cas@example.org, none"];

        Promise.AreEqual(promised, (await ReadAsync(Everybody, limit)).Select(Words), Sentence, $"ReadWithoutHeadAsync to the end, {limit} at once");
        await LinkAsync(Of("ann"), Of("bob"), Of("cas"));
        Promise.AreEqual(promised, (await FindAsync(Of("ann"), Of("bob"), Of("cas"))).Select(Words), Sentence, "FindAsync of the same");
        Promise.IsEqual(3, (await CountAsync([.. Everybody])).Total, Sentence, "CountAsync: the total");
    }

    /// <summary>Who cannot be told is counted, so that a report adds up and says so.</summary>
    /// <param name="limit">How many people a page has.</param>
    [Theory]
    [InlineData(1)]
    [InlineData(1_000)]
    public async Task A_row_without_a_readable_key_is_counted_and_passed_over(int limit)
    {
        const string Sentence = "A row of which nobody can say who it is, is nobody's contact, and is counted once: page after page, and among all.";
        await AddAsync(One("ann"), Nameless(), One("boss", CorrespondentRole.Employee));

        var pages = await ReadPagesAsync(Everybody, limit);
        Promise.AreEqual(
            [Words(Of("ann")), Words(Of("boss", DomainKeys.Staff))], pages.SelectMany(page => page.Contacts).Select(contact => Words(contact.Subject)), Sentence, $"ReadWithoutHeadAsync to the end, {limit} at once, of 2 people and a row without a key");
        Promise.IsEqual(1, pages.Sum(page => page.Unidentified), Sentence, "the same: those passed over");
        Promise.IsEqual(0, (await ReadPagesAsync([DomainKeys.Staff], limit)).Sum(page => page.Unidentified), Sentence, "ReadWithoutHeadAsync of staff: those passed over, who are of another kind");
        var counts = await CountAsync([.. Everybody]);
        Promise.IsEqual("2 without a head, 1 unidentified, 3 in all", $"{counts.Without} without a head, {counts.Unidentified} unidentified, {counts.Total} in all", Sentence, "CountAsync of the same");
        Promise.IsEqual(0, (await CountAsync(DomainKeys.Staff)).Unidentified, Sentence, "CountAsync of staff: the unidentified");
    }

    /// <summary>Who is looked up is there, and is who was asked for.</summary>
    [Fact]
    public async Task Finds_those_whose_row_and_link_are_there()
    {
        const string Sentence = "Who has a row and a link is found once, with that link; who lacks one of them is not.";
        await AddAsync(One("linked"), One("hidden", isHidden: true), One("unlinked"), One("printer", CorrespondentRole.Unknown));
        await LinkAsync(Of("linked"), Of("hidden"), Of("gone"), Of("printer"));
        await using var session = await Fixture.OpenAsync(Token);
        var refs = (await session.Subjects.FindBySubjectAsync([Of("linked"), Of("hidden")], Token)).ToDictionary(link => link.Subject, link => link.Ref);

        var found = await FindAsync(Of("linked"), Of("hidden"), Of("unlinked"), Of("gone"), Of("printer"), Of("linked"), Of("linked", DomainKeys.Staff));
        Promise.AreEqual([Words(Of("linked")), Words(Of("hidden"))], found.Select(contact => Words(contact.Subject)), Sentence, "FindAsync of two who have both, of others, and of the first again");
        Promise.Holds(found.All(contact => contact.Ref == refs[contact.Subject]), Sentence, "the same: their refs", "those of their links", "others");
        Promise.IsEqual(0, (await FindAsync()).Count, Sentence, "FindAsync of nobody: how many");
    }

    /// <summary>A letter goes to the address that the application would put on it.</summary>
    [Fact]
    public async Task Tells_where_letters_reach_people()
    {
        const string Sentence = "Name and postal address are what the fields hold, trimmed, in the order in which they are declared; what is blank is left out, and only who was asked for is told of.";
        var (ann, bob, hidden) = (One("ann"), One("bob"), One("hidden", isHidden: true));
        (ann.Given, ann.Family, ann.Street, ann.Addition, ann.Postcode, ann.Town, ann.Province, ann.Land) = (" Ann ", "Vos", "Kade 1", "boven", 1234, "Delft", "Zuid-Holland", "Nederland");
        (bob.Family, bob.Street, bob.Addition, bob.Town) = ("Bos", "  ", "Huis 2", " ");
        hidden.Family = "Hof";
        await AddAsync(ann, bob, hidden, One("other"), One("printer", CorrespondentRole.Unknown));
        await LinkAsync(Of("ann"));

        var found = await FindPostalAsync(Of("ann"), Of("bob"), Of("hidden"), Of("gone"), Of("printer"), Of("ann"), Of("Ann"), Of("ann", DomainKeys.Staff));
        Promise.AreEqual(
            [
                "people ann: Ann Vos; Kade 1, boven; 1234; Delft; Zuid-Holland; Nederland",
                "people bob: Bos; Huis 2; ; ; ; ",
                "people hidden: Hof; ; ; ; ; ",
            ],
            found.Select(each => $"{Words(each.Subject)}: {each.Name}; {string.Join(", ", each.AddressLines)}; {each.PostalCode}; {each.City}; {each.Region}; {each.Country}"),
            Sentence,
            "FindPostalAsync of 3 people, of whom 1 is linked, of others, and of the first again");
        var many = Enumerable.Range(0, 10_001).Select(number => Of($"{number}")).ToArray();
        _ = await Promise.ThrowsAsync<ArgumentOutOfRangeException>(async () => await FindPostalAsync(many), Sentence, "FindPostalAsync of 10,001 people");
    }

    /// <summary>The mail of one person never goes to another.</summary>
    [Fact]
    public async Task Compares_keys_ordinally()
    {
        const string Sentence = "Keys are equal when every letter is, in whatever collation the application keeps them.";
        await AddAsync(One("ann", mail: "ann@example.org"));
        await TellAsync("told", Key, Of("Ann"), Of("ann "), Of("ánn"));

        Promise.AreEqual([Words(Of("ann"))], (await ReadAsync(Everybody)).Select(contact => Words(contact.Subject)), Sentence, "ReadWithoutHeadAsync, where only Ann, ánn and 'ann ' have a head");
        Promise.IsEqual(1, (await CountAsync([.. Everybody])).Without, Sentence, "CountAsync of the same: those without a head");
        await LinkAsync(Of("ann"));
        Promise.AreEqual([], (await FindAsync(Of("Ann"), Of("ann "), Of("ánn"))).Select(contact => Words(contact.Subject)), Sentence, "FindAsync of those three, of whom none has a row");
    }

    /// <summary>Who has a notice of their own is not told of the public one.</summary>
    [Fact]
    public async Task Leaves_out_people_of_other_kinds()
    {
        const string Sentence = "Only people of the kinds that are asked for are found and counted.";
        await AddAsync(One("ann"), One("boss", CorrespondentRole.Employee));

        Promise.AreEqual([Words(Of("ann"))], (await ReadAsync([DomainKeys.People])).Select(contact => Words(contact.Subject)), Sentence, "ReadWithoutHeadAsync of people");
        Promise.AreEqual([Words(Of("boss", DomainKeys.Staff))], (await ReadAsync([DomainKeys.Staff])).Select(contact => Words(contact.Subject)), Sentence, "ReadWithoutHeadAsync of staff");
        Promise.IsEqual(0, (await ReadAsync([])).Count, Sentence, "ReadWithoutHeadAsync of no kind: how many");
        Promise.IsEqual(1, (await CountAsync(DomainKeys.Staff)).Total, Sentence, "CountAsync of staff: the total");
    }

    /// <summary>A report that does not add up is none.</summary>
    [Fact]
    public async Task Counts_add_up_to_everybody()
    {
        const string Sentence = "Everybody is counted once: by the state of the head, or as one who has none.";
        await AddAsync([.. Enumerable.Range(10, 9).Select(number => One($"{number}", isHidden: number == 11)), One("boss", CorrespondentRole.Employee), One("printer", CorrespondentRole.Unknown)]);
        await LinkAsync(Of("17"), Of("gone"));
        await TellAsync("told", Key, Of("10"), Of("11"), Of("gone"));
        await TellAsync("asked", Key, Of("12"));
        await TellAsync("asked", StreamKey.Of(Digest.Of("another"u8)), Of("13"));

        var counts = await CountAsync([.. Everybody]);
        Promise.IsEqual("asked 1, told 2", string.Join(", ", counts.WithHead.Select(count => $"{count.Status} {count.Count}")), Sentence, "CountAsync of 10 people of whom 3 have a head: by state, in its order");
        Promise.IsEqual(7, counts.Without, Sentence, "CountAsync of the same: those without a head");
        Promise.IsEqual(10, counts.Total, Sentence, "CountAsync of the same: the total");
    }

    /// <summary>A caller who asks for too much hears so before a database does.</summary>
    [Fact]
    public async Task Refuses_to_look_up_too_many()
    {
        const string Sentence = "More than 10,000 people are refused.";
        var many = Enumerable.Range(0, 10_001).Select(number => Of($"{number}")).ToArray();

        _ = await Promise.ThrowsAsync<ArgumentOutOfRangeException>(async () => await FindAsync(many), Sentence, "FindAsync of 10,001 people");
    }

    /// <summary>An error can be passed on to anybody.</summary>
    [Fact]
    public async Task Keeps_people_out_of_errors()
    {
        const string Sentence = "No message, and no text of a result, holds a key or an address.";
        var many = Enumerable.Range(0, 10_001).Select(number => Of($"{number}")).ToArray();
        await AddAsync(One("ann", mail: "ann@example.org"));
        await using var session = await Fixture.OpenAsync(Token);
        var page = await session.Contacts.ReadWithoutHeadAsync(Query(Everybody), Token);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        List<string> told = [$"{page}", $"{page.Contacts[0]}", $"{Query(Everybody)}"];
        told.Add($"{await Promise.ThrowsAsync<ArgumentOutOfRangeException>(async () => await session.Contacts.FindAsync(many.ToValueList(), Token), Sentence, "FindAsync of 10,001 people")}");
        told.Add($"{await Promise.ThrowsAsync<OperationCanceledException>(async () => await session.Contacts.FindAsync([Of("ann")], cancelled.Token), Sentence, "FindAsync, cancelled")}");
        foreach (var text in told)
        {
            Promise.Holds(!text.Contains(Prefix, StringComparison.Ordinal) && !text.Contains("example.org", StringComparison.Ordinal), Sentence, "a message", "nothing about anybody", "a key or an address");
        }
    }

    /// <summary>Who waits can stop waiting.</summary>
    [Fact]
    public async Task Stops_when_cancelled()
    {
        const string Sentence = "A member stops when it is cancelled.";
        await AddAsync(One("ann"));
        await LinkAsync(Of("ann"));
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await using var session = await Fixture.OpenAsync(Token);
        var (contacts, query) = (session.Contacts, Query(Everybody));

        await Promise.ThrowsAsync<OperationCanceledException>(async () => await contacts.ReadWithoutHeadAsync(query, cancelled.Token), Sentence, "ReadWithoutHeadAsync, cancelled");
        await Promise.ThrowsAsync<OperationCanceledException>(async () => await contacts.FindAsync([Of("ann")], cancelled.Token), Sentence, "FindAsync, cancelled");
        await Promise.ThrowsAsync<OperationCanceledException>(async () => await contacts.FindPostalAsync([Of("ann")], cancelled.Token), Sentence, "FindPostalAsync, cancelled");
        await Promise.ThrowsAsync<OperationCanceledException>(async () => await contacts.CountAsync(Everybody, query.Kind, query.Key, cancelled.Token), Sentence, "CountAsync, cancelled");
    }
}
