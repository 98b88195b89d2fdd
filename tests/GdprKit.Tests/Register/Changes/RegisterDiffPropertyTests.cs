using System.Text;
using System.Text.Json.Nodes;
using CsCheck;

namespace GdprKit;

public sealed class RegisterDiffPropertyTests
{
    [Fact]
    public void A_register_of_any_shape_does_not_differ_from_itself() =>
        RegisterGen.Registers.Sample(register => RegisterDiff.Between(register, ProcessingRegister.FromJson(register.ToJson())).IsEmpty, iter: 30);

    [Fact]
    public void Two_registers_that_are_not_equal_always_differ() =>
        Gen.Select(RegisterGen.Registers, RegisterGen.Registers).Sample(
            (before, after) => RegisterDiff.Between(before, after).IsEmpty == before.Equals(after),
            iter: 30);

    [Fact]
    public void One_edit_anywhere_in_a_register_is_found_and_has_a_rule() =>
        Gen.Select(RegisterGen.Registers, Gen.Int).Sample(
            (register, seed) =>
            {
                var diff = RegisterDiff.Between(register, Edited(register, new Random(seed)) is { } other && !other.Equals(register) ? other : TestRegisters.Shop());
                return !diff.IsEmpty && diff.Changes.All(change => change.Element is not RegisterElement.Unspecified);
            },
            iter: 30);

    [Fact]
    public void Looking_back_everything_that_came_goes() =>
        Gen.Select(RegisterGen.Registers, RegisterGen.Registers).Sample(
            (before, after) =>
            {
                var (there, back) = (RegisterDiff.Between(before, after).Changes, RegisterDiff.Between(after, before).Changes);
                return Places<RegisterChange.Added>(there).SetEquals(Places<RegisterChange.Removed>(back))
                    && Places<RegisterChange.Lengthened>(there).SetEquals(Places<RegisterChange.Shortened>(back))
                    && there.Count == back.Count;
            },
            iter: 30);

    [Fact]
    public void Every_change_is_one_sentence_or_more_in_both_languages() =>
        Gen.Select(RegisterGen.Registers, RegisterGen.Registers).Sample(
            (before, after) => RegisterDiff.Between(before, after).Changes.All(change =>
                new[] { Language.Dutch, Language.English }.Select(change.In).All(sentence => sentence.Length > 10 && !char.IsLower(sentence[0]) && sentence[^1] is '.' or '!' or '?')),
            iter: 30);

    private static HashSet<string> Places<T>(ValueList<RegisterChange> changes)
        where T : RegisterChange => changes.OfType<T>().Select(change => change.Path).ToHashSet();

    /// <summary>The register with one value left out or replaced by another of the same register; nothing when no such register is valid.</summary>
    private static ProcessingRegister? Edited(ProcessingRegister register, Random random)
    {
        var values = JsonNode.Parse(register.ToJson()).All().Where(part => part.Path.Length > 0).ToArray();
        for (var attempt = 0; attempt < 20; attempt++)
        {
            var file = JsonNode.Parse(register.ToJson())!;
            var path = values[random.Next(values.Length)].Path;
            if (random.Next(2) == 0)
            {
                file.Remove(path);
            }
            else
            {
                file.Replace(path, values[random.Next(values.Length)].Value?.DeepClone());
            }

            var json = Encoding.UTF8.GetBytes(file.ToJsonString());
            if (!RegisterFaultsOf.Json(json).Any(fault => fault.Severity is FaultSeverity.Error))
            {
                return ProcessingRegister.FromJson(json);
            }
        }

        return null;
    }
}
