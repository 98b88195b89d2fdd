using System.Reflection;
using System.Text.Json.Serialization.Metadata;

namespace GdprKit.Ledger;

/// <summary>What GdprKit writes itself is looked at when it is first needed, and not when a host starts: so all of it is looked at here.</summary>
public sealed class OwnEntryTypeTests
{
    private const BindingFlags Declared = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly Type[] Written = [typeof(EntryType<>), typeof(StreamFold<>)];

    [Fact]
    public void All_that_is_written_is_of_closed_types_and_known_to_its_context()
    {
        var own = typeof(LedgerEntry).Assembly.GetTypes()
            .Where(type => !type.ContainsGenericParameters)
            .SelectMany(type => type.GetProperties(Declared))
            .Where(property => property.PropertyType.IsGenericType && Written.Contains(property.PropertyType.GetGenericTypeDefinition()))
            .Select(property => property.GetValue(null)!)
            .ToList();

        own.Should().HaveCountGreaterThan(80);
        own.Should().AllSatisfy(each => each.GetType().GetProperty("Json", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(each).Should().BeAssignableTo<JsonTypeInfo>());
    }

    [Fact]
    public void What_is_not_of_closed_types_is_refused_when_it_is_first_needed()
    {
        var type = new EntryType<WordyFacts>("test.open/1", () => WordyJson.Default.WordyFacts);

        type.Invoking(each => each.Draft(new WordyFacts("somebody"))).Should().Throw<ArgumentException>().WithMessage("GDPR1110*");
    }
}
