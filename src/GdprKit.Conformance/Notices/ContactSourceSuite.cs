using System.Runtime.CompilerServices;
using GdprKit.Ledger;
using GdprKit.Mapping;
using GdprKit.Notices;
using Xunit;

namespace GdprKit.Conformance;

/// <summary>
/// What every suite of <see cref="IContactSource"/> has in common. Derive each suite once per fixture:
/// <c>public sealed class ContactTests(MyFixture fixture) : ContactSuite&lt;MyFixture&gt;(fixture);</c>
/// </summary>
/// <typeparam name="TFixture">The fixture of the adapter.</typeparam>
public abstract class ContactSourceSuite<TFixture> : IClassFixture<TFixture>, IAsyncLifetime
    where TFixture : ContactSourceFixture
{
    // A source that never ends would be asked for ever.
    private const int MostPages = 1_000;

    private static readonly StreamKind Kind = StreamKind.Parse("conformance.told");

    private readonly List<Correspondent> _rows = [];

    private protected ContactSourceSuite(TFixture fixture) => Fixture = fixture;

    private protected TFixture Fixture { get; }

    private protected static CancellationToken Token => TestContext.Current.CancellationToken;

    private protected static ValueList<Key<SubjectKind>> Everybody { get; } = [DomainKeys.People, DomainKeys.Staff];

    /// <summary>The key of the streams of this test.</summary>
    private protected StreamKey Key { get; } = StreamKey.Of(Digest.Of(Guid.NewGuid().ToByteArray()));

    /// <summary>What the codes of this test begin with.</summary>
    private protected string Prefix { get; } = $"{Guid.NewGuid():N}-";

    /// <inheritdoc/>
    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>Removes the people of this test, so that the next one counts its own.</summary>
    public async ValueTask DisposeAsync()
    {
        await Fixture.RemoveAsync(_rows, Token);
        GC.SuppressFinalize(this);
    }

    private protected Correspondent One(string code, CorrespondentRole role = CorrespondentRole.Customer, string? mail = null, string? speaks = null, bool isHidden = false) =>
        new() { Code = Prefix + code, Role = role, Mail = mail, Speaks = speaks, IsHidden = isHidden };

    private protected SubjectId Of(string code, Key<SubjectKind>? kind = null) => SubjectId.Of(kind ?? DomainKeys.People, Prefix + code);

    /// <summary>A row that is a person, and holds nothing by which to say who.</summary>
    private protected static Correspondent Nameless() => new() { Code = "", Role = CorrespondentRole.Customer };

    private protected ValueTask AddAsync(params Correspondent[] rows)
    {
        _rows.AddRange(rows);
        return Fixture.AddAsync(rows, Token);
    }

    private protected ContactQuery Query(ValueList<Key<SubjectKind>> people, int limit = 1_000) => new(people, Kind, Key) { Limit = limit };

    /// <summary>Reads page after page, each in a session of its own.</summary>
    private protected async Task<List<Contact>> ReadAsync(ValueList<Key<SubjectKind>> people, int limit = 1_000, [CallerMemberName] string name = "") =>
        [.. (await ReadPagesAsync(people, limit, name)).SelectMany(page => page.Contacts)];

    private protected async Task<List<ContactPage>> ReadPagesAsync(ValueList<Key<SubjectKind>> people, int limit = 1_000, [CallerMemberName] string name = "")
    {
        var (found, number) = (new List<ContactPage>(), 0);
        for (ValueList<byte>? position = []; position is { } at; number++)
        {
            Promise.Holds(number < MostPages, "Page after page comes to an end.", $"ReadWithoutHeadAsync, {limit} at once, again and again", "a page without a next one", $"{MostPages} pages with one", name);
            await using var session = await Fixture.OpenAsync(Token);
            var page = await session.Contacts.ReadWithoutHeadAsync(Query(people, limit) with { Position = at }, Token);
            Promise.Holds(page.Contacts.Count <= limit, "A page has no more people than are asked for.", $"ReadWithoutHeadAsync, {limit} at once", $"{limit} or fewer", $"{page.Contacts.Count}", name);
            Promise.Holds(page.Next is not { Count: > 4_000 }, "Where to go on takes 4,000 bytes at most.", $"ReadWithoutHeadAsync, {limit} at once", "at most 4,000 bytes", $"{page.Next?.Count} bytes", name);
            found.Add(page);
            position = page.Next;
        }

        return found;
    }

    private protected async Task<ValueList<Contact>> FindAsync(params SubjectId[] people)
    {
        await using var session = await Fixture.OpenAsync(Token);
        return await session.Contacts.FindAsync(people.ToValueList(), Token);
    }

    private protected async Task<ValueList<PostalContact>> FindPostalAsync(params SubjectId[] people)
    {
        await using var session = await Fixture.OpenAsync(Token);
        return await session.Contacts.FindPostalAsync(people.ToValueList(), Token);
    }

    private protected async Task<ContactCounts> CountAsync(params Key<SubjectKind>[] people)
    {
        await using var session = await Fixture.OpenAsync(Token);
        return await session.Contacts.CountAsync(people.ToValueList(), Kind, Key, Token);
    }

    private protected async Task LinkAsync(params SubjectId[] people)
    {
        await using var session = await Fixture.OpenAsync(Token);
        await session.Subjects.LinkAsync(people.ToValueList(), LedgerSamples.At(0), Token);
    }

    /// <summary>Gives streams about people a head, under the key of this test or another.</summary>
    private protected async Task TellAsync(string status, StreamKey key, params SubjectId[] people)
    {
        await using var session = await Fixture.OpenAsync(Token);
        var links = await session.Subjects.LinkAsync(people.ToValueList(), LedgerSamples.At(0), Token);
        var heads = links.Select(link => new StreamAppend(StreamAppend.Absent, [], new StreamHead
        {
            Stream = new StreamId(Kind, link.Ref, key),
            Version = 0,
            RecordedAt = LedgerSamples.At(0),
            FoldVersion = 1,
            Index = new StreamIndex(StreamStatus.Parse(status), LedgerSamples.At(0)),
            State = [.. "{}"u8],
        }));
        await session.Ledger.AppendAsync(AppendBatch.Of(heads), Token);
    }

    // The people of the suites can be told.
    private protected string Words(SubjectId subject) => $"{subject.Kind} {string.Join(", ", subject.Key).Replace(Prefix, "", StringComparison.Ordinal)}";

    private protected string Words(Contact contact) =>
        $"{Words(contact.Subject)}: {contact.EmailAddress ?? (contact.IsAddressUnreadable ? "unreadable" : "none")}, {contact.Language?.Code ?? "none"}";
}
