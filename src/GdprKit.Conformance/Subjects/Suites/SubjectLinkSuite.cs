using GdprKit.Subjects;
using Xunit;

namespace GdprKit.Conformance;

/// <summary>Links between the people of an application and their refs.</summary>
/// <typeparam name="TFixture">The fixture of the adapter.</typeparam>
public abstract class SubjectLinkSuite<TFixture> : LedgerSuite<TFixture>
    where TFixture : LedgerFixture
{
    private const int Linkers = 16;

    /// <summary>Tests the directory of a fixture.</summary>
    /// <param name="fixture">The fixture.</param>
    protected SubjectLinkSuite(TFixture fixture)
        : base(fixture)
    {
    }

    /// <summary>A link that stands is left as it is.</summary>
    [Fact]
    public async Task Links_a_person_once()
    {
        const string Sentence = "Who has a link keeps it, with its ref and its instant; who has none gets one, in the order asked for.";
        var (ann, bob, cas) = (LedgerSamples.NewPerson(), LedgerSamples.NewPerson(), LedgerSamples.NewPerson());
        var first = await Subjects.LinkAsync([ann, bob], LedgerSamples.At(1), Token);
        Promise.IsEqual(Of([(ann, 1), (bob, 1)]), Of(first), Sentence, "LinkAsync of two people");

        var second = await Subjects.LinkAsync([cas, bob, ann, cas], LedgerSamples.At(2), Token);
        Promise.IsEqual(Of([(cas, 2), (bob, 1), (ann, 1), (cas, 2)]), Of(second), Sentence, "LinkAsync of a third, the two, and the third again");
        Promise.Holds(second[1] == first[1] && second[2] == first[0] && second[0] == second[3], Sentence, "the same: the refs", "those of before, and one for the third", "others");
        Promise.IsEqual(0, (await Subjects.LinkAsync([], LedgerSamples.At(3), Token)).Count, Sentence, "LinkAsync of nobody: how many");
        await using var other = await Fixture.OpenAsync(Token);
        Promise.Holds((await other.Subjects.LinkAsync([ann], LedgerSamples.At(9), Token))[0] == first[0], Sentence, "LinkAsync by another request, later", "the link that stands", "another one");
    }

    /// <summary>A ref says nothing about anybody.</summary>
    [Fact]
    public async Task Gives_everybody_a_ref_of_their_own()
    {
        const string Sentence = "Every link has a random ref: nobody's is that of another, and none is computed from a key.";
        var people = Enumerable.Range(0, 1_000).Select(_ => LedgerSamples.NewPerson()).ToValueList();
        var links = await Subjects.LinkAsync(people, LedgerSamples.Start, Token);
        Promise.IsEqual(people.Count, links.Select(link => link.Ref).Where(subject => !subject.IsNone).Distinct().Count(), Sentence, $"LinkAsync of {people.Count} people: the number of different refs");
        var digits = Enumerable.Range(0, 32).Count(digit => links.Select(link => link.Ref.ToString()[digit]).Distinct().Count() == 16);
        Promise.IsEqual(32, digits, Sentence, "the same: the number of the 32 digits that take every value");
    }

    /// <summary>Two forms that are sent at the same moment are about one person.</summary>
    [Fact]
    public async Task Two_who_link_a_person_at_once_get_one_ref()
    {
        const string Sentence = "Whoever links the same person at the same time gets the same ref.";
        for (var round = 0; round < 5; round++)
        {
            var people = new[] { LedgerSamples.NewPerson(), LedgerSamples.NewPerson() };
            var links = await AtOnceAsync(Linkers, async (session, linker) =>
                await session.Subjects.LinkAsync(linker % 2 == 0 ? [.. people] : [.. people.Reverse()], LedgerSamples.At(linker), Token));
            Promise.IsEqual(2, links.SelectMany(link => link).Distinct().Count(), Sentence, $"LinkAsync of two people by {Linkers} at once: the number of different links");
        }
    }

    /// <summary>A link is found from both ends, as long as it stands.</summary>
    [Fact]
    public async Task Finds_only_links_that_stand()
    {
        const string Sentence = "Links that stand are found by person and by ref, each once, and no others.";
        var (ann, bob, cas) = (LedgerSamples.NewPerson(), LedgerSamples.NewPerson(), LedgerSamples.NewPerson());
        var links = await Subjects.LinkAsync([ann, bob, cas], LedgerSamples.At(1), Token);
        await Subjects.UnlinkAsync([bob], Token);
        var standing = new[] { links[0], links[2] };

        var bySubject = await Subjects.FindBySubjectAsync([ann, bob, cas, LedgerSamples.NewPerson(), ann], Token);
        var byRef = await Subjects.FindByRefAsync([links[0].Ref, links[1].Ref, links[2].Ref, SubjectRef.New(), SubjectRef.None, links[0].Ref], Token);
        Promise.AreEqual(standing.Select(Of), bySubject.Select(Of), Sentence, "FindBySubjectAsync of three people of whom one was unlinked, of a stranger, and of the first again");
        Promise.AreEqual(standing.Select(Of), byRef.Select(Of), Sentence, "FindByRefAsync of their refs, of a stranger, of nobody, and of the first again");
    }

    /// <summary>Who adds a person learns whether somebody else had the key.</summary>
    [Fact]
    public async Task Unlinking_says_what_it_removed()
    {
        const string Sentence = "The links that were removed are returned, each once, and no others.";
        var (ann, bob) = (LedgerSamples.NewPerson(), LedgerSamples.NewPerson());
        var links = await Subjects.LinkAsync([ann, bob], LedgerSamples.At(1), Token);

        Promise.AreEqual([Of(links[0])], (await Subjects.UnlinkAsync([ann, LedgerSamples.NewPerson(), ann], Token)).Select(Of), Sentence, "UnlinkAsync of a person, of a stranger, and of the person again");
        Promise.AreEqual([], (await Subjects.UnlinkAsync([ann], Token)).Select(Of), Sentence, "UnlinkAsync of the person once more");
        Promise.AreEqual([Of(links[1])], (await Subjects.FindBySubjectAsync([ann, bob], Token)).Select(Of), Sentence, "FindBySubjectAsync of the person and of another");
    }

    /// <summary>The row is back, and what is remembered is about its ref.</summary>
    [Fact]
    public async Task Makes_a_link_again_as_it_was()
    {
        const string Sentence = "A link that is missing is made again as it was; who has another one keeps it, and nobody gets the ref of another.";
        var (ann, bob, cas) = (LedgerSamples.NewPerson(), LedgerSamples.NewPerson(), LedgerSamples.NewPerson());
        var former = await Subjects.LinkAsync([ann, bob], LedgerSamples.At(1), Token);
        await Subjects.UnlinkAsync([ann, bob], Token);
        var now = (await Subjects.LinkAsync([bob], LedgerSamples.At(2), Token))[0];

        var links = await Subjects.RelinkAsync([former[0], former[1], new SubjectLink(cas, now.Ref, LedgerSamples.At(3))], Token);

        Promise.AreEqual([Of(former[0]), Of(now)], links.Select(Of), Sentence, "RelinkAsync of somebody without a link, of somebody with another one, and of somebody with the ref of another");
        Promise.AreEqual([Of(former[0])], (await Subjects.FindByRefAsync([former[0].Ref, former[1].Ref], Token)).Select(Of), Sentence, "FindByRefAsync of the former refs");
        Promise.AreEqual([Of(former[0]), Of(now)], (await Subjects.RelinkAsync(former, Token)).Select(Of), Sentence, "RelinkAsync of both once more");
    }

    /// <summary>A newcomer inherits no history.</summary>
    [Fact]
    public async Task A_key_issued_again_is_a_new_person()
    {
        const string Sentence = "Linked again, a key gets another ref, and the former one is nobody's.";
        var ann = LedgerSamples.NewPerson();
        var former = (await Subjects.LinkAsync([ann], LedgerSamples.At(1), Token))[0];
        await Subjects.UnlinkAsync([ann], Token);
        var now = (await Subjects.LinkAsync([ann], LedgerSamples.At(2), Token))[0];

        Promise.Holds(now.Ref != former.Ref, Sentence, "LinkAsync after UnlinkAsync", "another ref", "the former one");
        Promise.IsEqual(LedgerSamples.At(2), now.LinkedAt, Sentence, "LinkAsync after UnlinkAsync: the instant");
        Promise.IsEqual(0, (await Subjects.FindByRefAsync([former.Ref], Token)).Count, Sentence, "FindByRefAsync of the former ref: how many");
        var (links, replaced) = await Subjects.LinkNewcomersAsync([ann], LedgerSamples.At(3), Token);
        Promise.AreEqual([Of(now)], replaced.Select(Of), Sentence, "LinkNewcomersAsync of a key that is linked: what was replaced");
        Promise.Holds(links[0].Ref != now.Ref, Sentence, "LinkNewcomersAsync of a key that is linked", "another ref", "the former one");
    }

    /// <summary>A key is compared letter by letter, whatever the collation of the database.</summary>
    [Fact]
    public async Task Compares_keys_ordinally()
    {
        const string Sentence = "Keys are equal when every letter is: not in another case, with another accent, or with a blank more.";
        string[] keys = ["ann", "Ann", "ANN", "ánn", "a\u0301nn", "ann ", " ann", "ａｎｎ", "anñ", "ß", "ss", "1", "01", "1.0", "a%", "a_", "'", "😀"];
        var people = keys.Select(key => SubjectId.Of(DomainKeys.People, key)).ToValueList();
        var links = await Subjects.LinkAsync(people, LedgerSamples.Start, Token);
        Promise.IsEqual(keys.Length, links.Select(link => link.Ref).Distinct().Count(), Sentence, $"LinkAsync of {LedgerWords.Listed(keys)}: the number of different refs");
        foreach (var link in links)
        {
            var key = link.Subject.Key[0];
            Promise.AreEqual([Of(link)], (await Subjects.FindBySubjectAsync([SubjectId.Of(DomainKeys.People, key)], Token)).Select(Of), Sentence, $"FindBySubjectAsync of '{key}'");
        }

        Promise.AreEqual([], (await Subjects.FindBySubjectAsync([SubjectId.Of(DomainKeys.People, "aNN")], Token)).Select(Of), Sentence, "FindBySubjectAsync of 'aNN'");
        Promise.AreEqual([], (await Subjects.FindBySubjectAsync([SubjectId.Of(Key<SubjectKind>.Parse("others"), "ann")], Token)).Select(Of), Sentence, "FindBySubjectAsync of 'ann' of another kind");
    }

    /// <summary>Parts of a key are not run together.</summary>
    [Fact]
    public async Task Tells_the_parts_of_a_key_apart()
    {
        const string Sentence = "A key of several parts is another one when its parts are.";
        object[][] keys = [["a", "bc"], ["ab", "c"], ["abc"], ["a", "b", "c"], ["a,b", "c"], ["a", "b,c"], ["a/b", "c"], ["a", "b/c"], ["[\"a\"", "\"b\"]"], ["a\u001fb"], ["a", "\u001fb"]];
        var people = keys.Select(key => SubjectId.Of(DomainKeys.People, key)).ToValueList();
        var links = await Subjects.LinkAsync(people, LedgerSamples.Start, Token);
        Promise.IsEqual(keys.Length, links.Select(link => link.Ref).Distinct().Count(), Sentence, "LinkAsync of keys whose parts are alike when run together: the number of different refs");
        Promise.AreEqual(links.Select(Of), (await Subjects.FindByRefAsync(links.Select(link => link.Ref).ToValueList(), Token)).Select(Of), Sentence, "FindByRefAsync of their refs");
    }

    /// <summary>Who waits can stop waiting, and nothing is written then.</summary>
    [Fact]
    public async Task Stops_when_cancelled()
    {
        const string Sentence = "A member stops when it is cancelled, and writes nothing.";
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        var (ann, bob) = (LedgerSamples.NewPerson(), LedgerSamples.NewPerson());
        var link = (await Subjects.LinkAsync([ann], LedgerSamples.At(1), Token))[0];
        (string Asked, Func<ValueTask> Ask)[] questions =
        [
            ("LinkAsync", async () => await Subjects.LinkAsync([bob], LedgerSamples.At(1), cancelled.Token)),
            ("FindBySubjectAsync", async () => await Subjects.FindBySubjectAsync([ann], cancelled.Token)),
            ("FindByRefAsync", async () => await Subjects.FindByRefAsync([link.Ref], cancelled.Token)),
            ("UnlinkAsync", async () => await Subjects.UnlinkAsync([ann], cancelled.Token)),
        ];
        foreach (var (asked, ask) in questions)
        {
            await Promise.ThrowsAsync<OperationCanceledException>(ask, Sentence, $"{asked} with a token that is cancelled");
        }

        Promise.AreEqual([Of(link)], (await Subjects.FindBySubjectAsync([ann, bob], Token)).Select(Of), Sentence, "FindBySubjectAsync after a cancelled LinkAsync and UnlinkAsync");
    }

    private static string Of(IEnumerable<(SubjectId Subject, int Version)> people) =>
        LedgerWords.Listed(people.Select(person => $"{Of(person.Subject)} since {LedgerWords.Of(LedgerSamples.At(person.Version))}"));

    private static string Of(ValueList<SubjectLink> links) => LedgerWords.Listed(links.Select(link => $"{Of(link.Subject)} since {LedgerWords.Of(link.LinkedAt)}"));

    private static string Of(SubjectLink link) => $"{Of(link.Subject)} is {link.Ref} since {LedgerWords.Of(link.LinkedAt)}";

    private static string Of(SubjectId subject) => $"{subject.Kind} ({string.Join(", ", subject.Key.Select(part => $"'{part}'"))})";
}
