namespace Microsoft.AspNetCore.Identity;

/// <summary>Marks are known by name; this one bears the name of the real one.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PersonalDataAttribute : Attribute;
