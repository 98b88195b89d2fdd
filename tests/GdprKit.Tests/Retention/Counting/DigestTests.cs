using System.Text.Json;
using GdprKit.Mapping;
using NodaTime;
using NodaTime.Testing;
using static GdprKit.Retention.PlanRegister;

namespace GdprKit.Retention;

public sealed class DigestTests : CountingTest
{
    private static readonly IPersonalDataMap People = Map<Client>(data => data.IsSubject(Customers, c => c.Id).Field(Name, c => c.Name).Event(Seen, c => c.SeenOn));

    private static readonly ProcessingRegister Register = RegisterOf(Activity("service", Years("in-use", 1, Seen, DisposalAction.Archive), Years("gone", 2, Seen)));

    private static readonly Client[] Rows = [new() { Id = 1, SeenOn = Ago(9) }, new() { Id = 2, SeenOn = Ago(1, days: 20) }, new() { Id = 3 }];

    [Fact]
    public async Task The_same_state_has_the_same_digest_whenever_and_in_whichever_order_it_is_counted()
    {
        var clock = new FakeClock(Instant.FromUtc(2026, 7, 1, 1, 0));
        IPersonalDataStore[] stores = [new SketchStore(Store.Description, () => [.. Rows, new Client { Id = 4, SeenOn = Ago(8) }])];
        IPersonalDataStore[] reversed = [new SketchStore(Store.Description, () => [new Client { Id = 4, SeenOn = Ago(8) }, .. Rows.Reverse()])];
        var map = PersonalDataMap.Create(Register, [People], [Store.Description]);

        var morning = await new DataRetention(map, stores, clock).PreviewAsync(Token);
        clock.AdvanceHours(12);
        var evening = await new DataRetention(map, reversed, clock).PreviewAsync(Token);

        evening.MadeAt.Should().NotBe(morning.MadeAt);
        evening.Entities.Single().Groups.Single().Examples.Should().NotEqual(morning.Entities.Single().Groups.Single().Examples);
        evening.Digest.Should().Be(morning.Digest);
    }

    [Fact]
    public async Task Everything_that_is_counted_is_bound_by_the_digest()
    {
        var preview = await PreviewAsync();
        var entity = preview.Entities.Single();
        var group = entity.Groups.Single();
        RetentionPreview With(GroupPreview other) => preview with { Entities = [entity with { Groups = [other] }] };
        RetentionPreview[] changed =
        [
            preview with { Today = preview.Today.PlusDays(1) },
            preview with { Register = RegisterOf(Activity("other", Years("other", 2, Seen))).Hash },
            preview with { Entities = [entity with { Store = "Other" }] },
            preview with { Entities = [entity with { Entity = "Other" }] },
            preview with { Entities = [entity with { Rows = entity.Rows + 1 }] },
            preview with { Entities = [entity with { RowsToGo = entity.RowsToGo + 1 }] },
            preview with { Entities = [entity, entity] },
            preview with { Entities = [entity with { Groups = [] }] },
            With(group with { Fields = [StoreSketch.Path("Other")] }),
            With(group with { Categories = [Contact] }),
            With(group with { Due = group.Due + 1 }),
            With(group with { InRowsThatStay = group.InRowsThatStay + 1 }),
            With(group with { DueByYear = [] }),
            With(group with { DueByYear = [group.DueByYear[0] with { Rows = 7 }] }),
            With(group with { DueByYear = [group.DueByYear[0] with { Year = 1999 }] }),
            With(group with { DueByYear = [group.DueByYear[0] with { OrEarlier = !group.DueByYear[0].OrEarlier }] }),
            With(group with { DueByAction = [] }),
            With(group with { DueByAction = [group.DueByAction[0] with { Rows = 7 }] }),
            With(group with { DueByAction = [group.DueByAction[0] with { Action = DisposalAction.Blank }] }),
            With(group with { ToArchive = group.ToArchive + 1 }),
            With(group with { Activities = [] }),
            With(group with { Activities = [group.Activities[0] with { Rows = 7 }] }),
            With(group with { Activities = [group.Activities[0] with { Activity = new("other") }] }),
            With(group with { Activities = [group.Activities[0] with { Rules = [] }] }),
            With(group with { Unresolved = [] }),
            With(group with { Unresolved = [group.Unresolved[0] with { Rows = 7 }] }),
            With(group with { Unresolved = [group.Unresolved[0] with { Reason = UnresolvedReason.NothingApplies }] }),
        ];

        changed.Select(other => other.Digest).Append(preview.Digest).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task A_row_more_that_would_go_changes_the_digest()
    {
        var more = await PreviewAsync([.. Rows, new Client { Id = 4, SeenOn = Ago(9) }]);

        more.Digest.Should().NotBe((await PreviewAsync()).Digest);
    }

    [Fact]
    public async Task The_examples_are_no_part_of_the_digest()
    {
        var preview = await PreviewAsync();
        var entity = preview.Entities.Single();

        (preview with { Entities = [entity with { Groups = [entity.Groups.Single() with { Examples = [] }] }], MadeAt = Instant.MinValue }).Digest.Should().Be(preview.Digest);
    }

    [Fact]
    public async Task The_json_says_what_was_counted()
    {
        var preview = await PreviewAsync();

        preview.ToJson().Should().Be($$"""
            {
              "madeAt": "2026-06-30T22:00:00Z",
              "today": "2026-07-01",
              "register": "{{Register.Hash}}",
              "digest": "{{preview.Digest}}",
              "entities": [
                {
                  "store": "Shop",
                  "entity": "Client",
                  "rows": 3,
                  "rowsToGo": 1,
                  "rowsOnHold": 0,
                  "rowsIntoArchive": 0,
                  "rowsOutOfArchive": 0,
                  "groups": [
                    {
                      "fields": [
                        "Name"
                      ],
                      "categories": [
                        "name"
                      ],
                      "due": 1,
                      "inRowsThatStay": 0,
                      "onHold": 0,
                      "dueByYear": [
                        {
                          "year": 2019,
                          "orEarlier": false,
                          "rows": 1
                        }
                      ],
                      "dueByAction": [
                        {
                          "action": "delete",
                          "rows": 1
                        }
                      ],
                      "toArchive": 1,
                      "activities": [
                        {
                          "activity": "service",
                          "rules": [
                            "in-use",
                            "gone"
                          ],
                          "needs": 2
                        }
                      ],
                      "unresolved": [
                        {
                          "reason": "dateMissing",
                          "rows": 1
                        }
                      ],
                      "examples": [
                        [
                          "1"
                        ]
                      ]
                    }
                  ]
                }
              ],
              "missingIndexes": [],
              "unknownIndexes": []
            }
            """.ReplaceLineEndings(Environment.NewLine));
    }

    [Fact]
    public async Task Keys_of_every_type_are_texts_in_the_json()
    {
        var preview = await PreviewAsync();
        var entity = preview.Entities.Single();
        var key = ValueList.Create<object?>([7L, "a\"b", new DateTime(2026, 7, 1, 10, 0, 0, DateTimeKind.Utc), new DateOnly(2026, 7, 1), new byte[] { 1, 2 }, Guid.Empty, null]);

        var json = (preview with { Entities = [entity with { Groups = [entity.Groups.Single() with { Examples = [key] }] }] }).ToJson();

        using var document = JsonDocument.Parse(json);
        document.RootElement.GetProperty("entities")[0].GetProperty("groups")[0].GetProperty("examples")[0].EnumerateArray().Select(part => part.GetString())
            .Should().Equal("7", "a\"b", "2026-07-01T10:00:00.0000000Z", "2026-07-01", "AQI=", "00000000-0000-0000-0000-000000000000", null);
    }

    private static StoreSketch Store => new StoreSketch().Entity<Client>();

    private static ValueTask<RetentionPreview> PreviewAsync(Client[]? rows = null) => Retention(Register, Store, rows ?? Rows, [People]).PreviewAsync(Token);
}
