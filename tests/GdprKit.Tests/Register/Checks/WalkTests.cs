using System.Collections;
using System.Reflection;
using CsCheck;
using NodaTime;

namespace GdprKit;

/// <summary>A text, law or period that is added to the declarations later must be judged like all others.</summary>
public sealed class WalkTests
{
    [Fact]
    public void Every_text_is_judged() => Judged(register => DeclaredText.AllOf(register).Select(declared => declared.Text));

    [Fact]
    public void Every_citation_is_judged() => Judged(register => DeclaredCitation.AllOf(register).Select(declared => declared.Citation));

    [Fact]
    public void Every_contact_is_judged() => Judged(register => DeclaredContact.AllOf(register.Controller!).Select(declared => declared.Contact));

    // A rule about an age holds a number, and GrandfatherFatherSon counts: no other length of time is a number.
    [Fact]
    public void Every_period_is_judged() => Judged(register => DeclaredPeriod.AllOf(register).Select(declared => declared.Period));

    [Fact]
    public void Every_word_is_judged() => RegisterGen.Declarations.Sample(register =>
    {
        var judged = DeclaredWord.AllOf(register).Select(declared => declared.Value)
            .Concat(DeclaredContact.AllOf(register.Controller!).SelectMany(party => new[] { party.Contact!.Email, party.Contact.Phone }))
            .Concat([register.Controller!.Rights.Email, register.Controller.Rights.Phone])
            .ToHashSet();
        return Parts<string>(register).All(judged.Contains);
    });

    private static void Judged<T>(Func<RegisterDeclarations, IEnumerable<T?>> walk)
        where T : class =>
        RegisterGen.Declarations.Sample(register =>
        {
            var judged = walk(register).ToHashSet(ReferenceEqualityComparer.Instance);
            return Parts<T>(register).All(judged.Contains);
        });

    private static IEnumerable<T> Parts<T>(object? part)
        where T : class => part switch
        {
            null => [],
            T found => [found],
            LocalizedText or string or Uri or DateTimeZone or Period or DpvTerm => [],
            IEnumerable list => list.Cast<object?>().SelectMany(Parts<T>),
            _ when part.GetType().Assembly == typeof(ProcessingRegister).Assembly => part.GetType()
                .GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(IsDeclared)
                .SelectMany(property => Parts<T>(property.GetValue(part))),
            _ => [],
        };

    // What is computed of the rest (an article, a code, how long a backup lives) is not declared.
    private static bool IsDeclared(PropertyInfo property) => property.SetMethod is not null && property.GetIndexParameters().Length == 0;
}
