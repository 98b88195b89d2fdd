using CsCheck;
using NodaTime;

namespace GdprKit.RetentionWorld;

/// <summary>A register, maps, rows and a day.</summary>
public sealed record RetentionCase(RegisterChoices Register, MapChoices Maps, World World, LocalDate Today, RegisterChoices Proposed)
{
    public static Gen<RetentionCase> All =>
        from register in RegisterChoicesGen.Registers
        from maps in MapChoicesGen.Of(register)
        from today in Gen.Frequency((3, Gen.Int[0, 1_500].Select(new LocalDate(2024, 1, 1).PlusDays)), (1, Gen.OneOf(new LocalDate(2024, 2, 29), new LocalDate(2025, 12, 31), new LocalDate(2026, 1, 1), new LocalDate(2026, 3, 31))))
        from world in WorldGen.Of(today, register.TimeZone)
        from proposed in RegisterChoicesGen.Proposed(register)
        select new RetentionCase(register, maps, world, today, proposed);

    public override string ToString() => $"{Today:uuuu'-'MM'-'dd} in {Register.TimeZone}; {Maps}";
}
