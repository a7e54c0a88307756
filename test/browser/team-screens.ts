import type { Screen } from './screen.js';

/** Registering, and joining a team. */
export const teamScreens: readonly Screen[] = [
  { name: 'register', as: 'public', path: () => '/register' },
  {
    name: 'register-refused',
    as: 'public',
    path: () => '/register',
    isVariant: true,
    prepare: async (page) => {
      await page.locator('.ant-btn-primary').click();
      await page.locator('.ant-form-item-explain-error').first().waitFor();
    },
  },
  { name: 'confirm-registration', as: 'public', path: () => '/confirm-registration#token=invented' },
  { name: 'invitation', as: 'public', path: () => '/invitation' },
];
