using System.Reflection;
using GdprKit.Subjects;
using NodaTime;

namespace GdprKit.Ledger;

/// <summary>Whatever of the ledger gets into a log or a message says neither about whom it is nor what it says.</summary>
public sealed class CanaryTests
{
    private const string Note = "canary-note";

    private const string Key = "canary-key";

    private static readonly SubjectRef Somebody = SubjectRef.Parse("cafecafecafecafecafecafecafecafe");

    private static readonly SubjectId Person = SubjectId.Of(ShopKeys.Customers, "canary@example.nl");

    private static readonly StreamId Stream = Subscription.StreamOf(Somebody, Key);

    private static readonly LedgerEntry Entry = EntrySealing.Seal(
        Subscription.Start() with { Details = EntryDetails.Of(("note", Note)) }, Stream, 1, Instant.FromUtc(2026, 11, 26, 9, 30));

    private static readonly object[] Printable =
    [
        Entry,
        Entry.Details!,
        Stream,
        Subscription.Start() with { Details = Entry.Details },
        Head(),
        Subscription.Started.Read(Entry),
        new StreamAppend(0, [Entry], Head()),
        AppendBatch.Of([new StreamAppend(0, [Entry], Head())]),
        new AppendResult.Conflict([Stream]),
        StreamChange.To<Subscription>(Stream, Person, _ => []),
        new StreamSnapshot<Subscription> { Stream = Stream, Version = 1, State = Subscription.Fold.Empty },
        HeadFilter.About(Somebody) with { Key = Stream.Key },
        new HeadQuery(HeadFilter.About(Somebody)) { After = Stream },
        StreamExpiry.Of(Stream.Kind, [StreamStatus.Parse("stopped")], Entry.RecordedAt, Stream.Key) with { Unless = StreamShield.Of([new ShieldingStreams(Stream.Kind, 1, [])], Stream.Key) },
        Taken() with { Progress = [.. "canary-note"u8] },
        LeaseRequest.Renew(Taken(), Entry.RecordedAt, Duration.FromMinutes(1), [.. "canary-note"u8]),
        Person,
        new SubjectLink(Person, Somebody, Entry.RecordedAt),
        new NewcomerLinks([new SubjectLink(Person, Somebody, Entry.RecordedAt)], []),
        StreamShield.Of([new ShieldingStreams(Stream.Kind, 1, [])], Stream.Key),
        LedgerException.IdTaken(),
    ];

    public static TheoryData<string> Printed => [.. Printable.Select(each => each.GetType().Name)];

    [Theory]
    [MemberData(nameof(Printed))]
    public void Nothing_that_is_printed_tells_of_a_person(string type) =>
        Printable.Single(each => each.GetType().Name == type).ToString().Should().NotContainEquivalentOf("canary").And.NotContainEquivalentOf("cafe");

    /// <summary>A record that somebody adds prints all its members by itself; this finds it.</summary>
    [Fact]
    public void Every_type_that_holds_a_person_says_itself_what_it_prints()
    {
        Type[] telling = [typeof(SubjectRef), typeof(SubjectId), typeof(StreamId), typeof(StreamKey), typeof(EntryDetails), typeof(SubjectLink), typeof(ValueList<byte>)];
        var silent = from type in typeof(LedgerEntry).Assembly.GetExportedTypes()
                     where type.Namespace is "GdprKit.Ledger" or "GdprKit.Subjects"
                     where type.GetProperties().Any(property => telling.Any(each => Holds(property.PropertyType, each)))
                     where type.GetMethod(nameof(ToString), Type.EmptyTypes)!.GetCustomAttribute<System.Runtime.CompilerServices.CompilerGeneratedAttribute>(inherit: false) is not null
                     select type.Name;

        silent.Should().BeEmpty();
    }

    private static bool Holds(Type type, Type telling) => type == telling || type.GenericTypeArguments.Any(argument => Holds(argument, telling));

    private static StreamHead Head() => Subscription.Fold.HeadOf(Subscription.Fold.Apply(Subscription.Fold.Empty, Entry), Entry);

    private static Lease Taken() => LeaseRequest.Take(LeaseName.Parse("test"), Guid.NewGuid(), Entry.RecordedAt, Duration.FromMinutes(1)).Apply(null)!;
}
