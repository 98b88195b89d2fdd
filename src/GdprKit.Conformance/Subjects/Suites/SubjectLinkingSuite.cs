using GdprKit.Subjects;
using Xunit;

namespace GdprKit.Conformance;

/// <summary>Everybody whom an application keeps gets a ref, range after range.</summary>
/// <typeparam name="TFixture">The fixture of the adapter.</typeparam>
public abstract class SubjectLinkingSuite<TFixture> : SubjectSourceSuite<TFixture>
    where TFixture : SubjectSourceFixture
{
    private const int AtOnce = 4;

    /// <summary>Tests the source of a fixture.</summary>
    /// <param name="fixture">The fixture.</param>
    protected SubjectLinkingSuite(TFixture fixture)
        : base(fixture)
    {
    }

    /// <summary>The ledger can name everybody whom the application keeps, and nobody else.</summary>
    /// <param name="limit">How many people a range has.</param>
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(1_000)]
    public async Task Links_everybody_once(int limit)
    {
        const string Sentence = "Whoever the maps declare a person gets one ref, also who is hidden; rows that are nobody get none.";
        var (ann, bob) = (Person("ann"), Person("bob", isHidden: true));
        var (visitor, employee, printer) = (Account(1, AccountRole.Visitor), Account(2, AccountRole.Employee), Account(3, AccountRole.Unknown));
        await AddAsync(ann, bob, visitor, employee, printer);
        SubjectId[] people = [Of(ann), Of(bob), Of(DomainKeys.People, visitor), Of(DomainKeys.Staff, employee)];

        Promise.IsEqual("4 linked, 0 unlinkable", $"{await LinkAllAsync(limit, Now)}", Sentence, $"LinkNextAsync to the end, {limit} at once, of 4 people and a row that is nobody");
        var links = await ExpectLinkedAsync(people, Sentence, "everybody was linked");
        Promise.Holds(links.All(link => link.LinkedAt == Now), Sentence, "LinkedAt of everybody", LedgerWords.Of(Now), LedgerWords.Listed(links.Select(link => LedgerWords.Of(link.LinkedAt)).Distinct()));
        SubjectId[] nobody = [Of(DomainKeys.People, printer), Of(DomainKeys.Staff, printer), Of(DomainKeys.Staff, visitor), Of(DomainKeys.People, employee)];
        Promise.AreEqual([], (await FindAsync(nobody)).Select(link => Words(link.Subject)), Sentence, "FindBySubjectAsync of rows that are nobody, or somebody of another kind");

        Promise.IsEqual("0 linked, 0 unlinkable", $"{await LinkAllAsync(limit, Later)}", Sentence, "LinkNextAsync to the end once more");
        Promise.IsEqual(links, await FindAsync(people), Sentence, "FindBySubjectAsync after everybody was linked twice");
    }

    /// <summary>A history is not torn from its person.</summary>
    [Fact]
    public async Task Keeps_links_that_stand()
    {
        const string Sentence = "A link that stands stays as it is, whoever made it.";
        var (known, newcomer) = (Person("known"), Person("newcomer"));
        await AddAsync(known, newcomer);
        await using var session = await Fixture.OpenAsync(Token);
        var before = await session.Subjects.LinkAsync([Of(known)], Now, Token);

        Promise.IsEqual("1 linked, 0 unlinkable", $"{await LinkAllAsync(5, Later)}", Sentence, "LinkNextAsync to the end, of one who has a link and one who has not");
        Promise.IsEqual(before, await FindAsync(Of(known)), Sentence, "FindBySubjectAsync of who had a link");
        Promise.IsEqual(Later, (await FindAsync(Of(newcomer)))[0].LinkedAt, Sentence, "LinkedAt of who had none");
    }

    /// <summary>Who was interrupted loses nothing but time.</summary>
    /// <param name="limit">How many people a range has.</param>
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1_000)]
    public async Task Goes_on_where_a_range_ended(int limit)
    {
        const string Sentence = "From where a range ended the rest is linked, by whoever goes on there.";
        var people = Enumerable.Range(10, 20).Select(number => Person($"{number}")).ToArray();
        await AddAsync([.. people]);
        var first = await LinkNextAsync([], limit, Now);
        var (linked, ranges) = (first.Linked, 1);
        for (var next = first.Next; next is { } position; ranges++)
        {
            Promise.Holds(position.Count is > 0 and <= 4_000, Sentence, "Next of a range", "at most 4,000 bytes, and not none", $"{position.Count} bytes");
            Promise.Holds(ranges < 10_000, Sentence, "LinkNextAsync, again and again", "a range without a next one", "no end");
            var range = await LinkNextAsync(position, limit, Now);
            (linked, next) = (linked + range.Linked, range.Next);
        }

        Promise.IsEqual(people.Length, linked, Sentence, $"LinkNextAsync of 20 people, {limit} at once, each range by somebody else: the number");
        await ExpectLinkedAsync(people.Select(Of), Sentence, "range after range");
    }

    /// <summary>Who does not know whether a range was done does it again.</summary>
    [Fact]
    public async Task Doing_a_range_twice_is_doing_it_once()
    {
        const string Sentence = "A range that is done again links nobody anew and leads to where it led.";
        var people = Enumerable.Range(10, 9).Select(number => Person($"{number}")).ToArray();
        await AddAsync([.. people]);
        for (ValueList<byte>? next = []; next is { } position;)
        {
            var range = await LinkNextAsync(position, 4, Now);
            var before = await FindAsync(people.Select(Of));
            var again = await LinkNextAsync(position, 4, Later);
            Promise.IsEqual(0, again.Linked, Sentence, "LinkNextAsync of a range that was done: the number");
            Promise.IsEqual(range.Next, again.Next, Sentence, "LinkNextAsync of a range that was done: where to go on");
            Promise.IsEqual(before, await FindAsync(people.Select(Of)), Sentence, "FindBySubjectAsync after a range was done again");
            next = range.Next;
        }

        await ExpectLinkedAsync(people.Select(Of), Sentence, "every range was done twice");
    }

    /// <summary>An application does not stand still.</summary>
    [Fact]
    public async Task Meets_who_stays_while_others_come_and_go()
    {
        const string Sentence = "Whoever is there all the time is linked, whoever comes and goes meanwhile; who comes is linked at the latest by the next run.";
        var (staying, leaving) = (Enumerable.Range(20, 12).Select(number => Person($"{number}")).ToArray(), Enumerable.Range(0, 12).Select(number => Person($"{20 + number}-leaves")).ToArray());
        var coming = new List<Person>();
        await AddAsync([.. staying, .. leaving]);

        await LinkAllAsync(2, Now, between: async number =>
        {
            if (number < 3)
            {
                // From the front, which is done, and from the rear, which is to come.
                await Fixture.RemoveAsync([leaving[number], leaving[^(number + 1)]], Token);
            }
            else if (number < 6)
            {
                Person[] some = [Person($"1{number}-comes"), Person($"9{number}-comes"), Person($"{20 + number}-comes")];
                coming.AddRange(some);
                await AddAsync([.. some]);
            }
        });

        await ExpectLinkedAsync(staying.Select(Of), Sentence, "people came and went between the ranges");
        await LinkAllAsync(2, Later);
        await ExpectLinkedAsync(staying.Concat(coming).Select(Of), Sentence, "the next run");
    }

    /// <summary>Of one person there is one history.</summary>
    [Fact]
    public async Task Several_who_link_at_once_give_everybody_one_ref()
    {
        const string Sentence = "Several who link the same people at the same time wait for each other, do not fail, and give everybody one ref.";
        var people = Enumerable.Range(100, 60).Select(number => Person($"{number}")).ToArray();
        await AddAsync([.. people]);
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var all = Enumerable.Range(0, AtOnce).Select(LinkAsync).ToArray();
        begun.SetResult();

        ValueList<SubjectLink>[] seen;
        try
        {
            seen = await Task.WhenAll(all);
        }
        catch (Exception exception) when (exception is not Xunit.Sdk.IAssertionException)
        {
            Promise.Holds(false, Sentence, $"LinkNextAsync to the end, by {AtOnce} at once", "everybody linked", $"a {exception.GetType().Name}: {exception.Message}");
            throw;
        }

        var links = await ExpectLinkedAsync(people.Select(Of), Sentence, $"{AtOnce} linked at once");
        Promise.Holds(seen.All(each => each == links), Sentence, $"FindBySubjectAsync by each of {AtOnce} when it was at the end", "the same links", "others");

        async Task<ValueList<SubjectLink>> LinkAsync(int number)
        {
            await begun.Task.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
            await LinkAllAsync(7 + number, Now);
            return await FindAsync(people.Select(Of));
        }
    }

    /// <summary>Who cannot be linked is told of, and keeps nobody else from it.</summary>
    [Fact]
    public async Task Tells_how_many_cannot_be_linked()
    {
        const string Sentence = "Rows whose key has an empty part are counted, and everybody else is linked.";
        var (empty, ann) = (new Person { Code = "", Name = "nobody" }, Person("ann"));
        await AddAsync(empty, ann);

        var result = await LinkAllAsync(1, Now);
        await Fixture.RemoveAsync([empty], Token);

        Promise.IsEqual("1 linked, 1 unlinkable", $"{result}", Sentence, "LinkNextAsync to the end, of a person and a row without a key");
        await ExpectLinkedAsync([Of(ann)], Sentence, "there was a row without a key");
    }

    /// <summary>Keys are compared letter by letter, whatever the collation of any column.</summary>
    [Fact]
    public async Task Compares_keys_ordinally()
    {
        const string Sentence = "A link of another key is nobody's link: in another case, with another accent, or with a blank more.";
        Person[] people = [Person("Ann"), Person("bob"), Person("jos\u00e9")];
        string[] others = ["ann", "bob ", "jose"];
        await AddAsync([.. people]);
        await using var session = await Fixture.OpenAsync(Token);
        var before = await session.Subjects.LinkAsync(others.Select(other => SubjectId.Of(DomainKeys.People, Prefix + other)).ToValueList(), Now, Token);

        Promise.IsEqual("3 linked, 0 unlinkable", $"{await LinkAllAsync(2, Later)}", Sentence, "LinkNextAsync to the end, of 3 people beside links of 3 other keys");
        var links = await ExpectLinkedAsync(people.Select(Of), Sentence, "others had links");
        Promise.AreEqual([], links.Select(link => $"{link.Ref}").Intersect(before.Select(link => $"{link.Ref}")), Sentence, "refs that two have");
    }

    /// <summary>Who waits can stop waiting, and nobody is linked then.</summary>
    [Fact]
    public async Task Stops_when_cancelled()
    {
        const string Sentence = "A source stops when it is cancelled, and links nobody.";
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        var ann = Person("ann");
        await AddAsync(ann);
        await using var session = await Fixture.OpenAsync(Token);

        await Promise.ThrowsAsync<OperationCanceledException>(async () => await session.Source.LinkNextAsync([], 10, Now, cancelled.Token), Sentence, "LinkNextAsync with a token that is cancelled");
        Promise.AreEqual([], (await FindAsync(Of(ann))).Select(link => Words(link.Subject)), Sentence, "FindBySubjectAsync after a cancelled range");
    }
}
