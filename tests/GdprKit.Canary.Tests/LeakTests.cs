using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text;
using Microsoft.Extensions.Logging;

namespace GdprKit.Canary;

/// <summary>What listens for canaries hears them: each of these leaks on purpose.</summary>
[Collection("canaries")]
public sealed class LeakTests
{
    private readonly Watch _watch = new();

    public static TheoryData<string> Ways => ["message", "state", "scope", "exception", "inner exception", "data of an exception"];

    [Theory]
    [MemberData(nameof(Ways))]
    public void A_canary_in_a_log_is_heard(string way)
    {
        using var provider = new WatchingLoggerProvider(_watch);
        using var factory = LoggerFactory.Create(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(provider));
        var logger = factory.CreateLogger("leak");
        var fault = new InvalidOperationException("fault", new InvalidOperationException(way == "inner exception" ? Canaries.Email : "inner"))
        {
            Data = { ["row"] = way == "data of an exception" ? Canaries.Email : "" },
        };
        var state = new Dictionary<string, object?> { ["who"] = way == "state" ? Canaries.Email : "" };
        using (logger.BeginScope(new Dictionary<string, object> { ["who"] = way == "scope" ? Canaries.Email : "" }))
        {
            logger.Log(
                LogLevel.Trace,
                default,
                state,
                way == "exception" ? new InvalidOperationException(Canaries.Email) : fault,
                (_, _) => way == "message" ? Canaries.Email : "message");
        }

        _watch.FindLeaks().Should().NotBeEmpty().And.OnlyContain(leak => leak.StartsWith("log leak"));
    }

    [Fact]
    public void A_canary_in_the_tag_of_a_metric_is_heard()
    {
        using (new WatchedTelemetry(_watch))
        using (var meter = new Meter("leak"))
        {
            meter.CreateCounter<long>("rows").Add(1, KeyValuePair.Create<string, object?>("key", Canaries.Key));
        }

        _watch.FindLeaks().Should().ContainSingle().Which.Should().StartWith("metric leak rows");
    }

    [Fact]
    public void A_canary_in_the_tag_of_an_activity_is_heard()
    {
        using (new WatchedTelemetry(_watch))
        using (var source = new ActivitySource("leak"))
        {
            using var activity = source.StartActivity("erase")!.SetTag("key", Canaries.Key);
        }

        _watch.FindLeaks().Should().ContainSingle().Which.Should().StartWith("activity leak erase");
    }

    [Fact]
    public void A_canary_in_the_facts_of_an_entry_is_found_also_as_bytes()
    {
        _watch.Store("ledger facts", Encoding.UTF8.GetBytes($$"""{"email":"{{Canaries.Email}}"}"""));
        _watch.Store("ledger key", [0, .. Encoding.UTF8.GetBytes(Canaries.Key), 0]);

        _watch.FindLeaks().Should().HaveCount(2);
    }

    [Fact]
    public void A_ref_may_be_stored_and_not_be_written()
    {
        var person = SubjectRef.New();
        _watch.Add(person);
        _watch.Store("ledger subject", Convert.FromHexString(person.ToString()));
        _watch.FindLeaks().Should().BeEmpty();

        _watch.Write("log", $"append to {person}");
        _watch.FindLeaks().Should().ContainSingle();
    }

    [Theory]
    [InlineData("kanarie.piet%40zaad.example")]
    [InlineData("KANARIE.PIET@ZAAD.EXAMPLE")]
    [InlineData("a2FuYXJpZS5waWV0QHphYWQuZXhhbXBsZQ==")]
    public void A_canary_in_another_form_is_found(string form)
    {
        _watch.Write("page", form);

        _watch.FindLeaks().Should().NotBeEmpty();
    }
}
