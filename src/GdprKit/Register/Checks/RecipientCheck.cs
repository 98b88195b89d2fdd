namespace GdprKit;

/// <summary>A recipient is somewhere, and one that decides together with the controller does so by an arrangement.</summary>
internal static class RecipientCheck
{
    public static IEnumerable<RegisterFault> Find(RegisterDeclarations register)
    {
        var joint = (register.Controller?.JointControllers ?? [])
            .Select(controller => controller.Name)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. register.Recipients
                .Where(recipient => recipient.Country == default)
                .Select(recipient => RegisterFaults.CountryMissing($"{RegisterPath.Of(recipient)}/country", $"recipient '{recipient.Key}'", "Country(code)")),
            .. register.Recipients
                .Where(recipient => recipient.Role is RecipientRole.JointController && !string.IsNullOrWhiteSpace(recipient.Name) && !joint.Contains(recipient.Name))
                .Select(recipient => RegisterFaults.ArrangementMissing(RegisterPath.Of(recipient), recipient.Name)),
        ];
    }
}
