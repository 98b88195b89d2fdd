using System.Text;
using System.Text.Json;
using CsCheck;
using GdprKit.Consent;
using GdprKit.Ledger;
using NodaTime;

namespace GdprKit;

public sealed class ConsentRecordReaderTests
{
    private static readonly Gen<Instant> Instants = Gen.Select(
        Gen.Long[Instant.FromUtc(1, 1, 1, 0, 0).ToUnixTimeSeconds(), Instant.FromUtc(9999, 12, 31, 0, 0).ToUnixTimeSeconds()],
        Gen.OneOf(Gen.Const(0L), Gen.Long[0, 999_999].Select(microseconds => microseconds * 1_000), Gen.Long[0, 999_999_999]),
        (seconds, nanoseconds) => Instant.FromUnixTimeSeconds(seconds).PlusNanoseconds(nanoseconds));

    private static readonly Gen<Instant?> Perhaps = Gen.Nullable(Instants);

    private static readonly Gen<Digest?> Digests = Gen.Nullable(Gen.Byte.Array[32].Select(bytes => Digest.FromBytes(bytes)));

    private static readonly Gen<ValueList<MarketingChannel>> Channels = Gen.Enum<MarketingChannel>().Array[0, 3].Select(channels => channels.ToValueList());

    private static readonly Gen<ConsentProof> Proofs = Gen.Select(Gen.Enum<MarketingChannel>(), Instants, Perhaps, (channel, start, end) => new ConsentProof(channel, start, end));

    private static readonly Gen<ConsentSpan> Spans = Gen.Select(Instants, Perhaps, Channels, Proofs.Array[0, 2], (start, end, confirmOver, proofs) =>
        new ConsentSpan(start, end) { ConfirmOver = confirmOver, Proofs = proofs.ToValueList() });

    private static readonly Gen<ConsentRecord> Records =
        from states in Gen.Select(Gen.Enum<ConsentStatus>(), Gen.Enum<ConsentActor>(), Gen.Enum<ConsentMedium>(), Gen.Enum<ConsentMechanism>())
        from times in Gen.Select(Instants, Perhaps, Perhaps, Perhaps)
        from digests in Gen.Select(Digests, Digests, Digests)
        from flags in Gen.Select(Gen.Bool, Gen.Bool)
        from lists in Gen.Select(Channels, Channels, Spans.Array[0, 3])
        from others in Gen.Select(Gen.Nullable(Gen.OneOf(Gen.Const(Language.Dutch), Gen.Const(Language.English), Gen.Const(Language.Parse("fr")))), Gen.Nullable(Instants.Where(instant => instant >= NodaConstants.UnixEpoch)))
        select new ConsentRecord
        {
            Status = states.Item1,
            GivenBy = states.Item2,
            Medium = states.Item3,
            Mechanism = states.Item4,
            Since = times.Item1,
            GivenAt = times.Item2,
            Until = times.Item3,
            WithdrawnAt = times.Item4,
            Wording = digests.Item1,
            Notice = digests.Item2,
            Agreement = digests.Item3,
            EverRefusedOrWithdrawn = flags.Item1,
            Explicit = flags.Item2,
            ConfirmOver = lists.Item1,
            ProvenChannels = lists.Item2,
            Spans = lists.Item3.ToValueList(),
            Language = others.Item1,
            LastEntry = others.Item2 is { } at ? EntryId.New(at) : null,
        };

    [Fact]
    public void Any_consent_is_read_as_it_was_written() => Records.Sample(record =>
    {
        var json = FactsJson.Write(record, ConsentJson.Default.ConsentRecord, "state");

        ConsentRecordReader.Read(json.AsSpan()).Should().Be(record.Language is { Code: "fr" } ? null : record);
        FactsJson.TryRead(json, ConsentJson.Default.ConsentRecord).Should().Be(record);
    });

    [Fact]
    public void Damaged_json_is_never_read_as_something_that_the_serializer_does_not_read() => Gen.Select(Records, Gen.Int[0, 5_000], Gen.Byte[32, 126]).Sample((record, place, character) =>
    {
        var json = FactsJson.Write(record, ConsentJson.Default.ConsentRecord, "state").ToArray();
        json[place % json.Length] = character;

        if (ConsentRecordReader.Read(json) is { } read)
        {
            read.Should().Be(FactsJson.TryRead([.. json], ConsentJson.Default.ConsentRecord));
        }
    });

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"status":"Given","since":"2026-11-26T09:30:00Z"}""")]
    [InlineData("""{"since":"2026-11-26T24:00:00Z","status":"Given"}""")]
    [InlineData("""{"since":"-0044-03-15T12:00:00Z","status":"Given"}""")]
    public void What_is_read_is_what_the_serializer_reads(string json) =>
        ConsentRecordReader.Read(Encoding.UTF8.GetBytes(json)).Should().Be(JsonSerializer.Deserialize(json, ConsentJson.Default.ConsentRecord)).And.NotBeNull();

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"status":"Given"} {}""")]
    [InlineData("""{"status":"given"}""")]
    [InlineData("""{"status":4}""")]
    [InlineData("""{"status":null}""")]
    [InlineData("""{"Status":"Given"}""")]
    [InlineData("""{"newer":true}""")]
    [InlineData("""{"explicit":"true"}""")]
    [InlineData("""{"spans":[{}]}""")]
    [InlineData("""{"spans":[{"from":"2026-11-26T09:30:00Z","proofs":[{"from":"2026-11-26T09:30:00Z"}]}]}""")]
    [InlineData("""{"spans":[{"from":"2026-11-26T09:30:00Z","newer":1}]}""")]
    [InlineData("""{"since":"2026-02-30T09:30:00Z"}""")]
    [InlineData("""{"since":"2026-11-26T09:30:00.Z"}""")]
    [InlineData("""{"since":"2026-11-26T09:30:00"}""")]
    [InlineData("""{"lastEntry":"0193A1B2-c3d4-7e5f-8a6b-7c8d9e0f1a2b"}""")]
    public void What_is_not_written_so_is_left_to_the_serializer(string json) => ConsentRecordReader.Read(Encoding.UTF8.GetBytes(json)).Should().BeNull();
}
